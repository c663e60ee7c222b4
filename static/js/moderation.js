// The moderators' queue. Without this script every button works and the next card comes with the next page; with it, a
// decision is one request, and the next card is there already.
(() => {
  const root = document.querySelector("[data-moderation]");
  if (!root) return;
  const holder = root.querySelector("[data-cards]");
  const empty = root.querySelector("[data-empty]");
  const said = document.querySelector("[data-said]");
  const problems = document.querySelector("[data-problems]");
  const undoForm = document.querySelector("[data-undo]");
  const help = document.querySelector("[data-help]");
  const hasKeys = root.hasAttribute("data-shortcuts");
  const FEW = 2; // cards left when the next ones are taken
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const decided = new Map(); // cards that are gone, by the number of their decision
  let isDry = false; // nothing more waits
  let running = 0; // decisions on their way
  let refilling = null;
  let pending = null; // a key that waits for the number of a rule

  const cards = () => [...holder.querySelectorAll("[data-card]")];
  const current = () => cards().find((card) => !card.hidden);
  const rowOf = (card) => root.querySelector(`[data-mine] [data-row="${card.dataset.card}"]`);

  const show = (card) => {
    pending = null;
    for (const each of cards()) {
      each.hidden = each !== card;
      const link = rowOf(each)?.querySelector("a");
      if (each === card) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
    }
    empty.hidden = Boolean(card);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  };

  const say = (words) => {
    said.textContent = words;
  };

  const complain = (words, card) => {
    const line = document.createElement("p");
    line.textContent = words;
    if (card) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary";
      button.textContent = root.dataset.back;
      button.addEventListener("click", () => {
        putBack(card);
        line.remove();
      });
      line.append(" ", button);
    }
    problems.replaceChildren(line);
  };

  // Nobody decides on words that they have not opened.
  const isUnread = (card) => {
    const unread = Boolean(card?.querySelector("[data-crisis]:not([open])"));
    if (unread) complain(root.dataset.unread);
    return unread;
  };

  const addRow = (card, isFirst = false) => {
    if (rowOf(card)) return;
    const list = root.querySelector("[data-mine]");
    for (const item of list.querySelectorAll("li:not([data-row])")) item.remove();
    const item = document.createElement("li");
    item.dataset.row = card.dataset.card;
    const link = document.createElement("a");
    link.href = `?card=${card.dataset.card}`;
    const title = document.createElement("span");
    title.className = "portal-quiet";
    title.textContent = card.dataset.title;
    link.append(`${card.dataset.name} `, title);
    item.append(link);
    if (isFirst) list.prepend(item);
    else list.append(item);
  };

  const take = (card) => {
    const all = cards();
    const next = all[all.indexOf(card) + 1] ?? all[all.indexOf(card) - 1];
    rowOf(card)?.remove();
    card.remove();
    show(next);
  };

  const putBack = (card) => {
    if (!card.isConnected) holder.prepend(card);
    addRow(card, true);
    show(card);
  };

  // One request after the other, so that undoing never overtakes what it undoes.
  let line = Promise.resolve();
  const send = (url, fields, accept = "application/json") => {
    const headers = { Accept: accept, "X-CSRFToken": token };
    const answer = line.then(() => fetch(url, { method: "POST", body: fields, headers, credentials: "same-origin" }));
    line = answer.catch(() => {});
    return answer;
  };

  // When everything is decided, the page is read anew: other comments may have come in.
  const finish = () => {
    const isDone = isDry && !cards().length && !running && !refilling && !problems.childElementCount;
    if (!isDone) return;
    const queue = new URL(root.dataset.queue, location.href);
    if (!undoForm.hidden) queue.searchParams.set("done", undoForm.elements.decision.value); // it can still be undone
    location.assign(queue);
  };

  const refill = () => {
    if (isDry || refilling) return refilling;
    const fields = new FormData();
    fields.set("lane", root.dataset.lane);
    fields.set("community", root.dataset.community);
    for (const card of cards()) fields.append("known", card.dataset.card);
    for (const card of decided.values()) fields.append("known", card.dataset.card);
    refilling = send(root.dataset.claim, fields, "text/html-fragment")
      .then(async (response) => {
        if (!response.ok || response.redirected) throw new Error();
        const fragment = document.createElement("template");
        fragment.innerHTML = await response.text();
        const fresh = [...fragment.content.querySelectorAll("[data-card]")];
        isDry = response.headers.get("x-is-last") === "yes";
        for (const card of fresh) {
          card.hidden = true;
          empty.before(card);
          prepare(card);
          addRow(card);
        }
        if (!current() && cards().length) show(cards()[0]);
      })
      .catch(() => {
        isDry = true; // not again and again
      })
      .finally(() => {
        refilling = null;
        finish();
      });
    return refilling;
  };

  const decide = async (card, button) => {
    const form = button.form;
    const fields = new FormData(form);
    if (button.name) fields.set(button.name, button.value);
    const isSkip = button.hasAttribute("data-skip");
    problems.replaceChildren();
    if (!isSkip && isUnread(card)) return;
    running += 1;
    take(card);
    try {
      const response = await send(isSkip ? button.formAction : form.getAttribute("action"), fields);
      if (isSkip && response.ok && !response.redirected) return;
      const answer = response.headers.get("content-type")?.includes("json") ? await response.json() : null;
      if (!answer) complain(root.dataset.lost, card);
      else if (!response.ok) complain(answer.said, response.status === 409 ? null : card);
      if (!answer || !response.ok) return;
      say(`${answer.said}: ${card.dataset.name}`);
      decided.set(String(answer.done), card);
      undoForm.elements.decision.value = answer.done;
      undoForm.hidden = false;
      setTimeout(() => {
        decided.delete(String(answer.done));
        if (undoForm.elements.decision.value === String(answer.done)) undoForm.hidden = true;
      }, answer.seconds * 1000);
    } catch {
      complain(root.dataset.lost, card);
    } finally {
      running -= 1;
      if (cards().length <= FEW) refill();
      finish();
    }
  };

  const undo = async () => {
    const number = undoForm.elements.decision.value;
    const card = decided.get(number);
    if (!card) {
      undoForm.submit();
      return;
    }
    undoForm.hidden = true;
    const response = await send(undoForm.action, new FormData(undoForm)).catch(() => null);
    const isJson = response?.headers.get("content-type")?.includes("json");
    const answer = isJson ? await response.json() : { said: root.dataset.lost };
    if (!response?.ok || !isJson) {
      complain(answer.said);
      return;
    }
    decided.delete(number);
    say(answer.said);
    putBack(card);
  };

  // Marked words: their place in the text, by characters as Python counts them.
  const placeOf = (card, node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece || !card.contains(piece)) return null;
    const before = node.nodeType === Node.TEXT_NODE ? [...node.data.slice(0, offset)].length : 0;
    return Number(piece.dataset.start) + before;
  };

  const marked = (card) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const start = placeOf(card, range.startContainer, range.startOffset);
    const end = placeOf(card, range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : `${start}-${end}`;
  };

  const redact = (card, button) => {
    const span = marked(card);
    const boxes = [...card.querySelectorAll("[name=span]")];
    if (span) {
      const box = document.createElement("input");
      box.type = "hidden";
      box.name = "span";
      box.value = span;
      for (const each of boxes) each.checked = false;
      for (const old of card.querySelectorAll("input[type=hidden][name=span]")) old.remove();
      button.form.append(box);
    } else if (!boxes.some((each) => each.checked || each.type === "hidden") && !card.querySelector("[name=words]").value) {
      say(root.dataset.noWords);
      return;
    }
    decide(card, button);
  };

  const buttonOf = (card, ...actions) =>
    actions.map((action) => card.querySelector(`button[value="${action}"]`)).find(Boolean);

  const byRule = (card, number) => {
    const radio = card.querySelector(`[data-rule="${number}"]`);
    const button = pending;
    pending = null;
    if (!radio) return;
    radio.checked = true;
    if (button.value !== "ask") decide(card, button);
    else card.querySelector("[name=to_author]").focus();
  };

  const leaf = (step) => {
    const all = cards();
    const next = all[all.indexOf(current()) + step];
    if (next) show(next);
  };

  const waitForRule = (button) => {
    pending = button && !isUnread(button.closest("[data-card]")) ? button : null;
    if (pending) say(root.dataset.whichRule);
  };

  const click = (button) => button?.click();
  const KEYS = {
    j: () => leaf(1),
    k: () => leaf(-1),
    a: (card) => click(buttonOf(card, "approve", "keep")),
    c: (card) => click(buttonOf(card, "escalate")),
    m: (card) => click(buttonOf(card, "spam")),
    b: (card) => click(buttonOf(card, "release")),
    r: (card) => click(buttonOf(card, "redact")),
    s: (card) => click(card.querySelector("[data-skip]")),
    x: (card) => waitForRule(buttonOf(card, "reject", "remove")),
    e: (card) => waitForRule(buttonOf(card, "ask")),
    o: (card) => click(card.querySelector("[data-crisis] > summary")),
  };

  const isTyping = (target) => target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.name === "to_author") {
      event.preventDefault();
      click(buttonOf(current(), "ask"));
    }
    if (!hasKeys || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
    if (help.open || document.querySelector("dialog[open], [aria-modal=true]:not([aria-hidden=true])")) return;
    const key = event.key.toLowerCase();
    const card = current();
    if (key === "?") {
      event.preventDefault();
      event.stopImmediatePropagation(); // Wagtail has a help of its own for this key
      help.showModal();
    } else if (key === "u" && !undoForm.hidden) {
      event.preventDefault();
      undo();
    } else if (key === "n" || (key === "enter" && event.target === document.body)) {
      if (!card) click(root.querySelector("[data-claim-form] button"));
    } else if (card && pending && /^[1-9]$/.test(key)) {
      event.preventDefault();
      byRule(card, key);
    } else if (card && Object.hasOwn(KEYS, key)) {
      event.preventDefault();
      pending = null;
      KEYS[key](card);
    }
  }, true);

  const prepare = (card) => {
    const leafing = card.querySelector("[data-leafing]");
    leafing.hidden = false;
    leafing.querySelector("[data-next]").addEventListener("click", () => leaf(1));
    leafing.querySelector("[data-previous]").addEventListener("click", () => leaf(-1));
    const form = card.querySelector("[data-decide]");
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (!button) return;
      event.preventDefault();
      if (button.value === "redact") redact(card, button);
      else decide(card, button);
    });
    card.querySelector("[data-crisis]")?.addEventListener("toggle", (event) => {
      const see = card.querySelector("[data-see]");
      problems.replaceChildren();
      if (!event.target.open || !see) return;
      send(see.action, new FormData(see)).then((response) => {
        if (response.ok && !response.redirected) see.remove();
      }, () => {});
    });
  };

  for (const card of cards()) prepare(card);
  root.querySelector("[data-mine]").addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    const card = row && cards().find((each) => each.dataset.card === row.dataset.row);
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(card);
  });
  undoForm.addEventListener("submit", (event) => {
    if (!decided.has(undoForm.elements.decision.value)) return;
    event.preventDefault();
    undo();
  });
  const helpButton = document.querySelector("[data-help-button]");
  helpButton.hidden = false;
  helpButton.addEventListener("click", () => help.showModal());
  if (!hasKeys) for (const key of document.querySelectorAll("[data-key]")) key.hidden = true;
  current()?.focus({ preventScroll: true });
  if (cards().length && cards().length <= FEW) refill();
})();

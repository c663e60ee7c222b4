/* Makes an article handier. The page is complete without it: questions are a list with boxes to tick on paper,
   citations are links that lead to the reference and back. */
"use strict";
(() => {
  const page = document.documentElement;
  const KEY = `questions:${location.pathname}`;

  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const write = (kept) => {
    try {
      if (Object.keys(kept).length) localStorage.setItem(KEY, JSON.stringify(kept));
      else localStorage.removeItem(KEY);
      return true;
    } catch { return false; }
  };

  /* Puts a box before a question. What can be clicked on its own moves out of the label. */
  const addBox = (item, id, ticked) => {
    const box = document.createElement("input");
    const label = document.createElement("label");
    const words = item.firstElementChild;
    Object.assign(box, { type: "checkbox", id, checked: ticked });
    label.htmlFor = id;
    label.append(...words.childNodes);
    words.append(label, ...label.querySelectorAll("sup"));
    item.prepend(box);
  };

  const addTools = (sheet, number) => {
    const list = sheet.querySelector(".question-list");
    const tools = sheet.querySelector("template").content.cloneNode(true);
    const form = tools.querySelector("form");
    const words = tools.querySelector("textarea");
    const status = tools.querySelector("[role=status]");
    const remove = tools.querySelector(".question-remove");
    const [print, clear, undo] = ["print", "clear", "undo"].map((what) => tools.querySelector(`[data-do=${what}]`));
    const { ticked = [], own = [] } = read()[number] ?? {};
    let count = 0;
    let before = null;

    const say = (what) => { status.textContent = status.dataset[what]; };
    const items = () => [...list.children].map((item) => ({
      text: item.querySelector("label").textContent.trim(),
      ticked: item.querySelector("input").checked,
      own: item.classList.contains("question-own"),
    }));
    const keep = () => {
      const all = items();
      const state = {
        ticked: all.filter((each) => each.ticked && !each.own).map((each) => each.text),
        own: all.filter((each) => each.own).map((each) => [each.text, each.ticked]),
      };
      const kept = read();
      delete kept[number];
      if (state.ticked.length || state.own.length) kept[number] = state;
      say(write(kept) ? "kept" : "lost");
      undo.hidden = true;
      return state;
    };
    const addOwn = ([text, isTicked]) => {
      const item = document.createElement("li");
      const bin = remove.cloneNode(true);
      item.className = "question-own";
      item.append(document.createElement("div"));
      item.firstElementChild.textContent = text;
      addBox(item, `question-${number}-${count += 1}`, isTicked);
      bin.setAttribute("aria-label", `${bin.getAttribute("aria-label")}: ${text}`);
      bin.addEventListener("click", () => { item.remove(); keep(); words.focus(); });
      item.append(bin);
      list.append(item);
    };
    const show = (state) => {
      list.querySelectorAll(".question-own").forEach((item) => item.remove());
      list.querySelectorAll("li").forEach((item) => {
        item.querySelector("input").checked = state.ticked.includes(item.querySelector("label").textContent.trim());
      });
      state.own.forEach(addOwn);
    };

    remove.remove();
    [...list.children].forEach((item) => addBox(item, `question-${number}-${count += 1}`, false));
    show({ ticked, own });
    list.addEventListener("change", keep);
    words.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (words.value.trim()) { addOwn([words.value.trim(), false]); keep(); }
      words.value = "";
      words.focus();
    });
    print.addEventListener("click", () => {
      sheet.dataset.printing = "";
      page.dataset.print = "questions";
      window.print();
    });
    clear.addEventListener("click", () => {
      before = keep();
      show({ ticked: [], own: [] });
      keep();
      say("cleared");
      undo.hidden = false;
      undo.focus();
    });
    undo.addEventListener("click", () => { show(before); keep(); clear.focus(); });
    say(write(read()) ? "kept" : "lost");
    sheet.append(tools);
  };

  document.querySelectorAll(".questions").forEach(addTools);

  addEventListener("beforeprint", () => {
    const line = document.querySelector(".printed-on");
    const language = page.lang === "en" ? "en-GB" : page.lang; // day first, as everywhere on the page
    line.hidden = false;
    line.querySelector("span").textContent = new Date().toLocaleDateString(language, { dateStyle: "long" });
  });
  addEventListener("afterprint", () => {
    document.querySelector(".printed-on").hidden = true;
    delete page.dataset.print;
    document.querySelectorAll("[data-printing]").forEach((sheet) => delete sheet.dataset.printing);
  });

  /* The way back: marks the link that leads to the place from where the reader came. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".citation a");
    if (!link) return;
    document.querySelectorAll(".came-from").forEach((back) => back.classList.remove("came-from"));
    document.querySelector(`.references a[href="#${link.id}"]`)?.classList.add("came-from");
  });

  /* Shows a reference beside its number, for those who point or tab. Escape puts it away. */
  if (!CSS.supports("position-anchor: --citation") || !HTMLElement.prototype.showPopover) return;
  const note = document.createElement("div");
  note.className = "term-note citation-note";
  note.popover = "manual";
  document.body.append(note);
  let anchor = null;
  let timer = 0;
  const hide = () => { if (anchor) { anchor.style.anchorName = ""; anchor = null; note.hidePopover(); } };
  const show = (link) => {
    const reference = document.querySelector(link.hash)?.cloneNode(true);
    if (!reference || anchor === link) return;
    hide();
    reference.querySelectorAll(".reference-back").forEach((back) => back.remove());
    reference.querySelectorAll("a").forEach((each) => each.replaceWith(each.textContent));
    note.replaceChildren(...reference.childNodes);
    anchor = link;
    link.style.anchorName = "--citation";
    note.showPopover();
  };
  const later = (what, milliseconds) => { clearTimeout(timer); timer = setTimeout(what, milliseconds); };
  document.querySelectorAll(".citation a").forEach((link) => {
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") later(() => show(link), 250); });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) later(() => show(link), 0); });
    link.addEventListener("pointerleave", () => later(hide, 250));
    link.addEventListener("blur", () => later(hide, 0));
  });
  note.addEventListener("pointerenter", () => clearTimeout(timer));
  note.addEventListener("pointerleave", () => later(hide, 250));
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();

/* Sends a sign-up box without leaving the page. It works without: then the form is sent as any form, and what can't be
   shown in its place (words that have changed, for one) is sent that way too. */
(() => {
  const addTo = (list, id, sentence) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    Object.assign(link, { href: `#${id}`, textContent: sentence });
    link.addEventListener("click", (event) => { event.preventDefault(); document.getElementById(id).focus(); });
    item.append(link);
    list.append(item);
  };

  const show = (form, kind, sentence, errors = {}) => {
    const answer = form.querySelector(".sign-up-answer");
    const words = document.createElement("p");
    const list = document.createElement("ul");
    words.textContent = sentence;
    form.querySelectorAll("[data-error]").forEach((place) => {
      const name = place.dataset.error;
      const fields = form.querySelectorAll(`[name="${name}"]`);
      place.textContent = errors[name] ?? "";
      place.hidden = !errors[name];
      if (name === "email" && errors[name]) fields[0].setAttribute("aria-invalid", "true");
      else fields[0].removeAttribute("aria-invalid");
      if (errors[name]) addTo(list, fields[0].id, errors[name]);
    });
    answer.className = `message message-${kind} sign-up-answer`;
    answer.replaceChildren(words, ...(list.children.length ? [list] : []));
    answer.hidden = false;
    answer.focus();
  };

  const values = (form) => {
    const data = new FormData(form);
    return {
      ...Object.fromEntries(["email", "seen", "offered", "website", "challenge"].map((name) => [name, data.get(name)])),
      purpose: data.getAll("purpose"),
      discreet: data.has("discreet"),
    };
  };

  const done = (form, sentence) => {
    const words = document.createElement("p");
    words.className = "message message-good";
    words.tabIndex = -1;
    words.setAttribute("role", "status");
    words.textContent = sentence;
    form.replaceWith(words);
    words.focus();
  };

  const send = async (form) => {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(values(form)),
    });
    return response.json();
  };

  const take = (form, answer) => {
    form.elements.challenge.value = answer.challenge ?? "";
    if (answer.code === "check-your-inbox") done(form, answer.sentence);
    else if (answer.code === "errors") show(form, "error", answer.sentence, answer.errors);
    else if (answer.code === "once-more" || answer.code === "too-many") show(form, "caution", answer.sentence);
    else form.submit();
  };

  document.querySelectorAll(".sign-up-form").forEach((form) => {
    let isBusy = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (isBusy) return;
      isBusy = true;
      try {
        take(form, await send(form));
      } catch {
        show(form, "error", form.dataset.failed);
      } finally {
        isBusy = false;
      }
    });
  });
})();

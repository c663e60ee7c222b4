/* Sends a sign-up box without leaving the page. It works without: then the form is sent as any form, and what can't be
   shown in its place (words that have changed, for one) is sent that way too. */
"use strict";
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

// The review screen. Without this script everything can be done too: it quotes marked words, adds rows for passages,
// opens links of the text in a tab of their own, and keeps what was typed if the session ends.
(() => {
  const form = document.querySelector("[data-review-form]");
  const frame = document.querySelector("[data-review-text]");
  const rows = () => [...document.querySelectorAll("[data-review-passage]")];
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const isEmpty = (row) => ["words", "place", "note"].every((name) => !field(row, name).value);

  // Passages: rows beyond the first are there for those without script, and shown here when they are needed.
  const total = document.querySelector('[name="passages-TOTAL_FORMS"]');
  const most = Number(document.querySelector('[name="passages-MAX_NUM_FORMS"]')?.value);
  const adder = document.querySelector("[data-review-add]");

  const addRow = () => {
    const hidden = rows().find((row) => row.hidden);
    if (hidden) {
      hidden.hidden = false;
      return hidden;
    }
    if (rows().length >= most) return null;
    const last = rows().at(-1);
    const number = rows().length;
    const row = last.cloneNode(true);
    for (const element of row.querySelectorAll("*")) {
      for (const name of ["id", "for", "name", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace(/passages-\d+-/, `passages-${number}-`));
      }
      if (element.matches("input, textarea, select")) element.value = "";
    }
    row.querySelector("legend").textContent = last.querySelector("legend").textContent.replace(/\d+/, number + 1);
    for (const errors of row.querySelectorAll("[data-field-errors]")) errors.replaceChildren();
    last.after(row);
    total.value = number + 1;
    return row;
  };

  if (form && adder) {
    rows()
      .slice(1)
      .filter(isEmpty)
      .forEach((row) => {
        row.hidden = true;
      });
    adder.hidden = false;
    adder.addEventListener("click", () => {
      const row = addRow();
      adder.hidden = rows().length >= most && rows().every((one) => !one.hidden);
      if (row) field(row, "words").focus();
    });
  }

  // Marked words of the text become the words of a note.
  const quote = document.querySelector("[data-review-quote]");
  const marked = () => frame?.contentWindow?.getSelection()?.toString().replace(/\s+/g, " ").trim() ?? "";

  const takeWords = () => {
    const words = marked();
    if (!words) return;
    document.getElementById("passages").open = true;
    const row = rows().find((one) => !one.hidden && isEmpty(one)) ?? addRow();
    if (!row) return;
    field(row, "words").value = words.slice(0, 4000);
    field(row, "words").dispatchEvent(new Event("input", { bubbles: true }));
    field(row, "note").focus();
  };

  const prepareFrame = () => {
    const inside = frame.contentDocument;
    if (!inside) return;
    for (const link of inside.querySelectorAll("a[href]")) {
      if (!link.getAttribute("href").startsWith("#")) link.target = "_blank";
    }
    if (!form || !quote) return;
    quote.hidden = false;
    inside.addEventListener("selectionchange", () => {
      quote.disabled = !marked();
    });
    quote.disabled = true;
  };

  if (frame) {
    frame.addEventListener("load", prepareFrame);
    if (frame.contentDocument?.readyState === "complete") prepareFrame();
    quote?.addEventListener("click", takeWords);
  }

  // What was typed is kept in this tab until it is signed, so that a session that ended costs nothing. Ticks are not
  // kept: they are made for the text that is seen. Whoever comes from the form to the desk has signed.
  const SENT = "review-sent";
  const key = form && `review-${form.dataset.reviewForm}`;
  const typed = () => [...form.querySelectorAll('textarea, [name$="-place"]')];

  const putBack = () => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    while (Object.keys(kept).some((name) => name.startsWith("passages-") && !form.elements[name]) && addRow());
    for (const [name, value] of Object.entries(kept)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    for (const row of rows()) row.hidden = row.hidden && isEmpty(row);
    document.getElementById("passages").open ||= rows().some((row) => !isEmpty(row));
  };

  if (form) {
    sessionStorage.removeItem(SENT);
    if (typed().every((one) => !one.value)) putBack();
    form.addEventListener("input", () => {
      const filled = typed().filter((one) => one.value);
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(filled.map((one) => [one.name, one.value]))));
    });
    form.addEventListener("submit", () => sessionStorage.setItem(SENT, key));
  } else if (sessionStorage.getItem(SENT)) {
    sessionStorage.removeItem(sessionStorage.getItem(SENT));
    sessionStorage.removeItem(SENT);
  }
})();

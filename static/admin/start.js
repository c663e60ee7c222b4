// Starts what Wagtail's admin would start in an inline script: see portal/admin/starting.py. The page says what is to be
// started, and with what, as data; only what stands in STARTERS can be.
(() => {
  "use strict";

  const made = (name) => (...values) => new window[name](...values);
  const called = (name) => (...values) => window[name](...values);
  const STARTERS = {
    Chooser: made("Chooser"),
    ImageChooser: made("ImageChooser"),
    InlinePanel: made("InlinePanel"),
    MultipleChooserPanel: made("MultipleChooserPanel"),
    PageChooser: made("PageChooser"),
    SnippetChooser: made("SnippetChooser"),
    createTaskChooser: called("createTaskChooser"),
    initDateChooser: called("initDateChooser"),
    initDateTimeChooser: called("initDateTimeChooser"),
    initTimeChooser: called("initTimeChooser"),
  };
  const SELECTOR = "script[type='application/json'][data-start]";

  // What has come of an element's text while the page is still on its way: its beginning alone is no JSON.
  const saidBy = (element) => {
    try {
      return JSON.parse(element.textContent);
    } catch (error) {
      if (document.readyState !== "loading") throw error;
      return null;
    }
  };

  const start = (element) => {
    if (element.dataset.start === "done") return;
    const said = saidBy(element);
    if (!said) return; // the rest is still to come
    element.dataset.start = "done";
    const starter = Object.hasOwn(STARTERS, said.start) ? STARTERS[said.start] : null;
    if (starter) starter(...said.with);
  };
  const startOrTell = (element) => {
    try {
      start(element);
    } catch (error) {
      reportError(error); // and go on with the next
    }
  };
  const startAll = (root) => root.querySelectorAll(SELECTOR).forEach(startOrTell);

  // A form that is added to a panel is used at once by whoever added it.
  const add = window.InlinePanel.prototype.addForm;
  window.InlinePanel.prototype.addForm = function addForm(...values) {
    add.apply(this, values);
    startAll(document);
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches(SELECTOR)) startOrTell(node);
        else startAll(node);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => startAll(document));
  startAll(document);
})();

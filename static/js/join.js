/* A quiet hint while somebody writes: advice to others, told as one's own experience. What is typed goes nowhere; the
   patterns stand in the page (comments/joining/hint.py). Without script the preview shows the same. */
"use strict";
(() => {
  const text = document.getElementById("join-text");
  const place = document.getElementById("join-hint");
  if (!text || !place) return;
  const patterns = JSON.parse(text.dataset.patterns).map(([pattern, instead]) => [new RegExp(pattern, "gi"), instead]);
  const LONGEST = 5000;
  const MOST = 3;
  const PAUSE = 900; // milliseconds without a key, so that nobody is interrupted
  let shown = "";
  let waiting = 0;

  const found = () => {
    const plain = text.value.slice(0, LONGEST).replaceAll("\u2019", "'").split(/\s+/).join(" ");
    const hints = [];
    for (const [pattern, instead] of patterns) {
      const starts = hints.map((hint) => hint.start);
      const match = [...plain.matchAll(pattern)].find((each) => !starts.includes(each.index));
      const isNew = match && !hints.some((hint) => hint.instead === instead);
      if (isNew) hints.push({ start: match.index, said: match[0], instead });
    }
    return hints.sort((one, other) => one.start - other.start).slice(0, MOST);
  };

  const quoted = (words) => {
    const quote = document.createElement("q");
    quote.textContent = words;
    return quote;
  };

  const show = () => {
    const hints = found();
    const key = JSON.stringify(hints.map((hint) => hint.said));
    if (key === shown) return;
    shown = key;
    place.replaceChildren(...hints.map((hint) => {
      const line = document.createElement("p");
      line.append(`${place.dataset.said} `, quoted(hint.said), `. ${place.dataset.instead} `, quoted(hint.instead));
      return line;
    }));
  };

  const showSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  };
  text.addEventListener("input", showSoon);
  if (text.value) showSoon();
})();

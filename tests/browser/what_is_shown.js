/* What a reader sees of each HTML: for each line the numbers of the items around it, and its words with their styles. */
(htmls) => {
  const BLOCKS = ["P", "UL", "OL", "LI", "H2", "DIV", "HR"];
  const STYLES = { B: "b", STRONG: "b", I: "i", EM: "i", SUP: "sup" };
  const place = document.body.appendChild(document.createElement("div"));
  let lines, line;

  const numbered = (item) => {
    const list = item.closest("ul, ol");
    if (!list || list.tagName === "UL") return "*";
    return 1 + [...list.querySelectorAll("li")].filter((each) => each.closest("ul, ol") === list).indexOf(item);
  };

  const add = (text, around, styles) => {
    line ??= { around, runs: [] };
    line.runs.push([text, styles.join()]);
  };

  const end = () => {
    if (line) lines.push(line);
    line = null;
  };

  const says = ({ item, runs }) => item || runs.some(([text]) => /[^ \t\n\r\f\v]/.test(text));

  const walkBlock = (element, around, styles) => {
    const tag = element.tagName, before = lines.length;
    if (tag === "HR") return lines.push({ around: [], runs: [["HR", ""]] });
    if (tag === "LI") around = [...around, numbered(element)];
    if (tag === "H2" && around.at(-1) !== "h2") around = [...around, "h2"];
    walk(element, around, styles);
    end();
    if (tag === "LI" && !lines.slice(before).some(says)) lines.push({ around, runs: [], item: true });
  };

  const walkInline = (element, around, styles) => {
    const style = STYLES[element.tagName];
    if (style && !styles.includes(style)) styles = [...styles, style].sort();
    if (element.tagName === "A") {
      const target = `a:${element.getAttribute("href")}|${element.getAttribute("title") ?? ""}`;
      styles = [...styles.filter((each) => !each.startsWith("a:")), target].sort();
    }
    walk(element, around, styles);
  };

  const walk = (parent, around, styles) => {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) add(child.data, around, styles);
      else if (child.nodeType !== Node.ELEMENT_NODE) continue;
      else if (child.tagName === "BR") add("\v", around, styles);
      else if (BLOCKS.includes(child.tagName)) { end(); walkBlock(child, around, styles); }
      else walkInline(child, around, styles);
    }
  };

  const words = (runs) => {
    const kept = [];
    let afterSpace = true;
    for (const [text, styles] of runs) {
      for (const character of text.replace(/[ \t\n\r\f]+/g, " ")) {
        if (character === " " && afterSpace) continue;
        afterSpace = character === " " || character === "\v";
        kept.push([character, afterSpace ? "" : styles]);
      }
    }
    while (kept.length && " \v".includes(kept.at(-1)[0])) kept.pop();
    return kept;
  };

  return htmls.map((html) => {
    lines = [];
    line = null;
    place.innerHTML = html;
    walk(place, [], []);
    end();
    return JSON.stringify(lines.filter(says).map(({ around, runs }) => [around, words(runs)]));
  });
}

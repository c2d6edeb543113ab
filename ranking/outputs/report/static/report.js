// Sorts and filters what is on the page. Without this file everything can still be read.
"use strict";

const UP_FIRST = ["ascending", "descending"];
const DOWN_FIRST = ["descending", "ascending"];

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function valueOf(row, column, kind) {
  const cell = row.cells[column];
  const text = cell.dataset.value ?? cell.textContent.trim();
  if (kind === "text") return folded(text);
  return text === "" ? null : Number(text);
}

function compared(one, other, sign) {
  if (one === null || other === null) return (one === null) - (other === null);
  if (typeof one === "string") return sign * one.localeCompare(other, "en");
  return sign * (one - other);
}

function sort(table, header, column) {
  const [first, second] = header.dataset.first === "descending" ? DOWN_FIRST : UP_FIRST;
  const direction = header.getAttribute("aria-sort") === first ? second : first;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", direction);
  const kind = header.dataset.sort;
  const body = table.tBodies[0];
  const keyed = [...body.rows].map((row) => [valueOf(row, column, kind), row]);
  keyed.sort((one, other) => compared(one[0], other[0], direction === "ascending" ? 1 : -1));
  body.append(...keyed.map(([, row]) => row));
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    if (!header.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(table, header, column));
    header.append(button);
  });
}

function makeFilter(tools) {
  const find = document.getElementById("find");
  const formal = document.getElementById("formal");
  const count = document.getElementById("count");
  const rows = [...document.querySelectorAll("tr[data-candidate]")];
  const candidates = new Set(rows.map((row) => row.dataset.candidate));
  const texts = new Map();
  for (const row of rows) {
    const candidate = row.dataset.candidate;
    texts.set(candidate, `${texts.get(candidate) ?? ""} ${folded(row.textContent)}`);
  }
  const filter = () => {
    const wanted = folded(find.value).split(/\s+/).filter(Boolean);
    const shown = new Set();
    for (const row of rows) {
      const text = texts.get(row.dataset.candidate);
      const fits = wanted.every((word) => text.includes(word));
      row.hidden = !fits || (formal.value !== "" && row.dataset.formal !== formal.value);
      if (!row.hidden) shown.add(row.dataset.candidate);
    }
    count.textContent = `${shown.size} of ${candidates.size} shown`;
  };
  find.addEventListener("input", filter);
  formal.addEventListener("change", filter);
  tools.hidden = false;
  filter();
}

function unfold() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const fold = target && target.closest("details");
  if (fold) {
    fold.open = true;
    target.scrollIntoView();
  }
}

document.querySelectorAll("table.sortable").forEach(makeSortable);
document.querySelectorAll(".tools").forEach(makeFilter);
window.addEventListener("hashchange", unfold);
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
unfold();

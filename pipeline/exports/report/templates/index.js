"use strict";
(() => {
  document.documentElement.classList.add("scripted");
  const table = document.getElementById("rows");
  const body = table.tBodies[0];
  const filters = document.getElementById("filters");
  const search = document.getElementById("search");
  const status = document.getElementById("status");
  const region = document.getElementById("region");
  const shown = document.getElementById("shown");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("lv");
  const rows = [...body.rows].map((row) => ({ row, text: plain(row.textContent), cells: [...row.cells] }));

  const fitsStatus = ({ row }) =>
    !status.value || (status.value === "warnings" ? row.dataset.warnings !== "0" : row.dataset.status === status.value);

  function filter() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const each of rows) {
      const fits = fitsStatus(each) && (!region.value || each.row.dataset.region === region.value)
        && words.every((word) => each.text.includes(word));
      each.row.hidden = !fits;
      count += fits;
    }
    shown.textContent = shown.dataset.text.replace("{shown}", count).replace("{all}", rows.length);
    const asked = new URLSearchParams();
    for (const field of [search, status, region]) if (field.value) asked.set(field.id, field.value);
    try { history.replaceState(null, "", `#${asked}`); } catch { /* a browser may forbid it for files; the filter works on */ }
  }

  function restore() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of [search, status, region]) field.value = asked.get(field.id) ?? "";
  }

  // A failed file has one cell in the place of several.
  function key(each, column) {
    let at = 0;
    for (const cell of each.cells) {
      if (at === column) return cell.dataset.sort === undefined ? cell.textContent.trim() : Number(cell.dataset.sort);
      at += cell.colSpan;
      if (at > column) return "";
    }
    return "";
  }

  function compare(one, other) {
    if (one === "" || other === "") return (one === "") - (other === "");
    return typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "lv", { numeric: true });
  }

  function sort(heading) {
    const column = heading.cellIndex;
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const each of table.tHead.rows[0].cells) each.setAttribute("aria-sort", "none");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keyed = rows.map((each) => ({ row: each.row, key: key(each, column) }));
    keyed.sort((one, other) => {
      const order = compare(one.key, other.key);
      return down && one.key !== "" && other.key !== "" ? -order : order;
    });
    body.append(...keyed.map((each) => each.row));
  }

  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sort(button.closest("th"));
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("input", filter);
  filters.addEventListener("reset", () => setTimeout(filter));
  restore();
  filter();
})();

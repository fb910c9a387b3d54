"use strict";
(() => {
  document.documentElement.classList.add("scripted");
  const sideBySide = matchMedia("(min-width: 68rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const named = /^[vp](\d+)$/;
  let marked = [];

  const element = (id) => document.getElementById(id);
  const twin = (id) => element((id[0] === "v" ? "p" : "v") + id.slice(1));

  function mark(id) {
    for (const each of marked) { each.classList.remove("on"); each.removeAttribute("aria-current"); }
    const number = named.exec(id)?.[1];
    marked = number ? [...document.querySelectorAll(`#v${number}, #p${number}, [data-place="${number}"]`)] : [];
    for (const each of marked) { each.classList.add("on"); each.setAttribute("aria-current", "true"); }
  }

  function show(target) {
    target.scrollIntoView({ block: "center", inline: "nearest", behavior: still.matches ? "auto" : "smooth" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const id = link ? link.getAttribute("href").slice(1) : "";
    const target = named.test(id) ? element(id) : null;
    if (!target) return;
    event.preventDefault();
    try { history.pushState(null, "", `#${id}`); } catch { /* a browser may forbid it for files */ }
    mark(id);
    target.focus({ preventScroll: true });
    show(target);
  });

  // Side by side, what has the focus is shown on the other side too; in one column that would carry the reader away.
  document.addEventListener("focusin", (event) => {
    const id = event.target.dataset?.place ? `p${event.target.dataset.place}` : event.target.id ?? "";
    if (!named.test(id)) return;
    mark(id);
    const other = twin(id);
    if (other && sideBySide.matches) show(other);
  });

  function followHash() {
    const id = location.hash.slice(1);
    if (!named.test(id) || !element(id)) return;
    mark(id);
    show(element(id));
  }

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") mark(""); });
  addEventListener("hashchange", followHash);
  addEventListener("popstate", followHash);
  followHash();
})();

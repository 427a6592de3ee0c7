// Makes a button of each heading of a table that may be sorted: upwards first, downwards next. Empty cells stay below.
for (const table of document.querySelectorAll("[data-sorts]")) {
  const body = table.tBodies[0];
  const { compare } = new Intl.Collator(table.closest("[lang]")?.lang || undefined, { numeric: true });
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, number) => {
    const button = document.createElement("button");
    button.className = "data-table__sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const way = heading.ariaSort === "ascending" ? -1 : 1;
      for (const each of headings) each.ariaSort = null;
      heading.ariaSort = way > 0 ? "ascending" : "descending";
      const value = ({ cells: { [number]: cell } }) => ("text" in heading.dataset ? cell.textContent : cell.dataset.value) || "";
      body.append(...[...body.rows].sort((one, other) => {
        const [a, b] = [value(one), value(other)];
        if (!a || !b) return !a - !b;
        return way * ("text" in heading.dataset ? compare(a, b) : a - b);
      }));
    });
  });
}

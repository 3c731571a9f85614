// Shows the rows of one verdict; without this script all of them are shown.
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => {
    const { show } = button.dataset;
    for (const other of document.querySelectorAll("[data-show]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    for (const row of document.querySelectorAll("[data-verdict]")) {
      row.hidden = show !== "all" && row.dataset.verdict !== show;
    }
    for (const body of document.querySelectorAll("#table-comparison tbody")) {
      body.hidden = [...body.querySelectorAll("[data-verdict]")].every((row) => row.hidden);
    }
  });
}

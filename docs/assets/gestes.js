// What presses ask for, loaded at the first one, and by the page of citations: other colours, and
// what helps to cite. What was pressed before this was here is given by who loads it.

// Each press is seen: it gives the other colours than those shown. The system's own need no choice.
function change(button) {
  const root = document.documentElement
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
  const other = (root.dataset.theme || system) === "dark" ? "light" : "dark"
  const theme = root.dataset.theme = other === system ? "" : other
  button.title = button.lastElementChild.textContent =
    `Couleurs ${other === "dark" ? "sombres" : "claires"}`
  // A browser that stores nothing still changes its colours.
  try { localStorage[theme ? "setItem" : "removeItem"]("couleurs", theme) } catch {}
}

// The sentence is marked too: where a page may not copy, the reader does.
function copy(button) {
  const sentence = button.previousElementSibling
  getSelection().selectAllChildren(sentence)
  navigator.clipboard?.writeText(sentence.textContent).then(() => { button.textContent = "Copié" }, () => {})
}

// The sentence that a page folds at its foot gets its button; those of the list have theirs.
function offer() {
  const sentence = document.querySelector(".citation:not(:has(+ button))")
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copier" })
  sentence?.after(" ", button)
}

// An opened note, or event, leads to the sentence that cites what it is about: the statement whose
// mark was pressed, what it stands under, or the first that the note supports.
function cite(target) {
  const way = cite.way ??= document.querySelector(".pied .citation ~ a")?.cloneNode()
  const page = cite.page ??= way?.href
  const link = target.closest("sup > a, .annees h3 a")
  if (!link || !way) return
  const opened = document.getElementById(link.hash.slice(1))
  const first = opened.querySelector("[aria-label]:not([href^='#fnref'])")?.hash
  // What closes a note leads back to the mark that opened it.
  const back = link.matches("sup > a") && opened.querySelector("[aria-label]")
  if (back) back.setAttribute("href", `#${link.parentElement.id}`)
  let place = link.parentElement
  if (place.id.startsWith("fnref"))
    while (place && !place.matches("h3, h4")) place = place.previousElementSibling ?? place.parentElement
  if (!place && !first) return
  way.textContent = "Citer"
  way.className = "details"
  way.href = `${page}-${place ? place.id : first.slice(1)}`
  opened.append(" ", way)
}

function act({ target }) {
  offer()
  const colours = target.closest(".change-couleurs")
  if (colours) change(colours)
  else if (target.matches(".citation + button")) copy(target)
  else cite(target)
}
// Loaded again, for a press before it was here, it listens once all the same.
onclick = act

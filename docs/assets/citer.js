// What helps to cite, loaded when something is first pressed, and by the page of citations.

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
// mark was pressed, what it stands under, or the first that the note supports. What was pressed
// before this was here is given by who loads it.
function cite({ target }) {
  offer()
  if (target.matches(".citation + button")) return copy(target)
  const way = cite.way ??= document.querySelector(".pied .citation ~ a")?.cloneNode()
  const page = cite.page ??= way?.href
  const link = target.closest(".footnote-ref, .annees h3 a")
  if (!link || !way) return
  const opened = document.getElementById(link.hash.slice(1))
  let place = link.parentElement
  if (place.id.startsWith("fnref"))
    while (place && !place.matches("h3, h4")) place = place.previousElementSibling ?? place.parentElement
  const first = opened.querySelector(".footnote-backref:not([href^='#fnref'])")
  if (!place && !first) return
  way.textContent = "Citer"
  way.className = "details"
  way.href = `${page}-${place ? place.id : first.hash.slice(1)}`
  opened.append(" ", way)
}
addEventListener("click", cite)

// The search, loaded when it is first used. PARTS and lunr (with its French stems) stand above, in
// the file that the build makes of them. A word finds its family (rachète: racheter, rachètent),
// its beginnings (milli: milliard), with accents or without, what prefixes make of it (fondateur:
// cofondateur); every word has to be found.
{
  const dialog = document.getElementById("recherche")
  const input = dialog.querySelector("input")
  Object.assign(input, { autocomplete: "off", autocapitalize: "off", spellcheck: false, enterKeyHint: "search" })
  dialog.insertAdjacentHTML("beforeend", '<p role="status"></p><ol></ol><p><a>Index du site</a></p>')
  dialog.querySelector("a").href = document.querySelector(".ouvre-recherche").href
  const list = dialog.querySelector("ol")
  const status = dialog.querySelector("[role=status]")
  const home = document.querySelector(".nom").href

  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "")
  const stem = word => lunr.fr.stemmer(new lunr.Token(word)).toString()
  // A comma inside a figure belongs to it, and a full stop is one: 6,4.
  const words = text => text.toLowerCase().replace(/(\d)\.(?=\d)/g, "$1,").split(/[\s\u00a0\u202f'’«»“”"()[\]:;!?…/–—-]+|[,.](?!\d)/)
    .filter(word => word && lunr.fr.stopWordFilter(word))
  const PREFIXES =
    /^(?:anti|archi|auto|co|demi|ex|hyper|inter|micro|mini|multi|neo|post|pre|semi|sous|super|tele|ultra|vice)(?=.{6})/
  const known = new Map()
  const forms = word => {
    if (!known.has(word)) {
      const root = plain(word).replace(PREFIXES, "")
      known.set(word, [plain(word), plain(stem(word)), stem(plain(word)), root, stem(root)])
    }
    return known.get(word)
  }

  const indexed = token => forms(token.toString()).map(form => token.clone(() => form))
  const asked = token => [...indexed(token), token.clone(word => plain(word) + "*")]
  lunr.Pipeline.registerFunction(indexed, "indexed")
  lunr.Pipeline.registerFunction(asked, "asked")

  const index = lunr(function () {
    this.tokenizer = text => words(String(text)).map(word => new lunr.Token(word))
    this.pipeline.reset()
    this.pipeline.add(indexed)
    this.searchPipeline.reset()
    this.searchPipeline.add(asked)
    this.ref("number")
    this.field("title", { boost: 10 })
    this.field("text")
    PARTS.forEach((part, number) => this.add({ ...part, number }))
  })

  // One query a word: to lunr, a word that has to be found has to be found in each of its forms.
  const search = wanted => {
    const scores = wanted.map(word => new Map(
      index.query(query => query.term(word, {})).map(result => [result.ref, result.score])))
    const total = ref => scores.reduce((sum, found) => sum + found.get(ref), 0)
    return [...scores[0]?.keys() ?? []]
      .filter(ref => scores.every(found => found.has(ref)))
      .sort((one, other) => total(other) - total(one))
      .map(ref => PARTS[ref])
  }

  // A text in pieces, those marked that hold a word that is sought.
  const marked = (text, wanted) => {
    const pieces = text.split(/(?<=[\s\u00a0\u202f'’«“(])|(?=[\s\u00a0\u202f;:!?»”)]|[,.](?!\d))/)
    const sought = new Set(wanted.flatMap(forms))
    const found = piece => words(piece).some(word =>
      forms(word).some(form => sought.has(form)) || wanted.some(one => plain(word).startsWith(plain(one))))
    return pieces.map(piece =>
      found(piece) ? Object.assign(document.createElement("mark"), { textContent: piece }) : piece)
  }
  // The pieces around the first one that is marked.
  const excerpt = pieces => {
    const first = Math.max(0, pieces.findIndex(piece => piece.nodeType) - 16)
    const last = first + 60
    return [first ? "… " : "", ...pieces.slice(first, last), pieces.length > last ? " …" : ""]
  }

  const show = () => {
    const wanted = words(input.value)
    const found = search(wanted)
    list.replaceChildren(...found.map(part => {
      const item = document.createElement("li")
      const link = document.createElement("a")
      const place = Object.assign(document.createElement("span"), { className: "details" })
      const extract = document.createElement("p")
      link.href = new URL(part.location, home)
      link.append(...marked(part.title, wanted))
      if (part.page !== part.title) place.append(part.page)
      extract.append(...excerpt(marked(part.text, wanted)))
      item.append(link, place, extract)
      return item
    }))
    status.textContent = !wanted.length ? "" : !found.length ? "Aucun résultat"
      : found.length === 1 ? "1 résultat" : `${found.length} résultats`
  }

  input.addEventListener("input", show)
  // Enter opens the first result; arrows go from one to the next.
  dialog.querySelector("form").addEventListener("submit", event => {
    if (event.submitter?.matches("button") && event.submitter === document.activeElement) return
    event.preventDefault()
    list.querySelector("a")?.click()
  })
  dialog.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const places = [input, ...list.querySelectorAll("a")]
    if (event.key === "Escape") dialog.close() // the field would only empty itself
    else if (step) places[places.indexOf(document.activeElement) + step]?.focus()
    else return
    event.preventDefault()
  })
  list.addEventListener("click", event => {
    if (event.target.closest("a")) dialog.close()
  })
  show()
}

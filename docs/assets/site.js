// Written into every page by the build. Without it everything is there; with it: a choice of
// colours, a search that opens in the page.
{
  const root = document.documentElement
  const colours = document.querySelector(".change-couleurs")
  const names = { "": "du système", light: "claires", dark: "sombres" }
  const show = () => {
    colours.title = colours.lastElementChild.textContent = "Couleurs " + names[root.dataset.theme]
  }
  colours.onclick = () => {
    // The first press is seen: it gives the other colours than the system's.
    const themes = Object.keys(names)
    const step = matchMedia("(prefers-color-scheme: dark)").matches ? 1 : 2
    const theme = root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + step) % 3]
    show()
    // A browser that stores nothing still changes its colours.
    try { localStorage[theme ? "setItem" : "removeItem"]("couleurs", theme) } catch {}
  }
  show()

  const dialog = document.getElementById("recherche")
  const opener = document.querySelector(".ouvre-recherche")
  const script = (src, onload) => Object.assign(document.createElement("script"), { src, onload })
  const search = script(opener.dataset.script)
  opener.onclick = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dialog.showModal()
    dialog.querySelector("input").select()
    // Put in again, it does not run again.
    document.head.append(search)
  }

  // What helps to cite is loaded when something is first pressed: only then can it be asked for.
  addEventListener("click", event => document.head.append(
    script(search.src.replace("recherche", "citer"), () => cite(event))), { once: true })
}

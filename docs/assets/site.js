// Written into every page by the build. Without it everything is there; with it: a choice of
// colours, a search that opens in the page.
(() => {
  const root = document.documentElement

  const colours = document.querySelector(".change-couleurs")
  const choices = { "": "Couleurs du système", light: "Couleurs claires", dark: "Couleurs sombres" }
  const chosen = () => root.dataset.theme ?? ""
  const show = () => {
    colours.title = colours.querySelector("span").textContent = choices[chosen()]
  }
  colours.addEventListener("click", () => {
    // The first press is seen: it gives the other colours than the system's.
    const other = matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark"
    const values = ["", other, other === "dark" ? "light" : "dark"]
    root.dataset.theme = values[(values.indexOf(chosen()) + 1) % values.length]
    try {
      if (chosen()) localStorage.setItem("couleurs", chosen())
      else localStorage.removeItem("couleurs")
    } catch {} // a browser that stores nothing still changes its colours
    show()
  })
  show()

  const load = (src, onload) =>
    document.head.append(Object.assign(document.createElement("script"), { src, onload }))

  const dialog = document.getElementById("recherche")
  const opener = document.querySelector(".ouvre-recherche")
  const open = event => {
    event.preventDefault()
    if (!dialog.open) dialog.showModal()
    dialog.querySelector("input").select()
    if (dialog.dataset.loaded) return
    dialog.dataset.loaded = true
    load(opener.dataset.script)
  }
  opener.addEventListener("click", event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event)
  })

  // What helps to cite is loaded when something is first pressed: only then can it be asked for.
  addEventListener("click", event =>
    load(opener.dataset.script.replace("recherche", "citer"), () => cite(event)), { once: true })
})()

// Written into every page by the build. Without it everything is there; with it: a search that opens
// in the page, and what else presses ask for.
{
  const dialog = document.getElementById("recherche")
  const opener = document.querySelector(".ouvre-recherche")
  const script = (src, onload) => Object.assign(document.createElement("script"), { src, onload })
  const search = script(opener.dataset.script)
  opener.onclick = event => {
    if (event.ctrlKey||event.metaKey||event.shiftKey) return
    event.preventDefault()
    dialog.showModal()
    dialog.querySelector("input").select()
    // Put in again, it does not run again.
    document.head.append(search)
  }
  search.onerror = () => { location = opener.href }

  // It is loaded when something is first pressed: only then can it be asked for. Each press before it
  // is here is given to it.
  addEventListener("click", event => self.act || document.head.append(
    script(search.src.replace("recherche", "gestes"), () => act(event))))
}

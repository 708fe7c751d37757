// Written into the head of every page by the build: before the first paint, so that a choice of
// colours does not flash; and the first paint waits for what stands after the foot, so that a page that
// comes in pieces moves nothing: it is one flight of packets anyway. A script writes that link, since
// valid HTML knows no such `rel` yet.
{
  const root = document.documentElement, last = document.createElement("link")
  root.className = root.dataset.theme = ""
  try { root.dataset.theme = localStorage.getItem("couleurs") || "" } catch {}
  document.head.append(Object.assign(last, { rel: "expect", href: "#recherche", blocking: "render" }))
}

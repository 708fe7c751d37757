"""What more than one test runs inside a page, in any browser."""

from __future__ import annotations

# How an element is named in a message, whether a reader sees it, and whether it is only for screen
# readers (clipped to nothing on purpose).
COMMON = """
    const name = element => {
        const classes = [...element.classList].map(each => `.${each}`).join('')
        const text = element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40)
        return `${element.localName}${element.id && `#${element.id}`}${classes} « ${text} »`
    }
    const isShown = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true})
    const isOnlyHeard = element => {
        for (let each = element; each; each = each.parentElement) {
            const style = getComputedStyle(each)
            const box = each.getBoundingClientRect()
            if (style.clipPath !== 'none' || style.clip !== 'auto') return true
            if (style.overflowX !== 'visible' && (box.width <= 1 || box.height <= 1)) return true
        }
        return false
    }
    const textBoxes = element => [...element.childNodes]
        .filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
        .flatMap(node => {
            const range = document.createRange()
            range.selectNodeContents(node)
            return [...range.getClientRects()]
        })
"""

# What makes a page scroll sideways, or lies outside it where no scroll leads.
SIDEWAYS = f"""() => {{
    {COMMON}
    const root = document.documentElement
    const scrolls = element => {{
        for (let each = element; each && each !== document.body; each = each.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(each).overflowX)) return true
        return false
    }}
    const isOutside = element => textBoxes(element)
        .some(box => box.width && (box.right > root.clientWidth + 1 || box.left < -1))
    const found = [...document.body.querySelectorAll('*')]
        .filter(each => isShown(each) && isOutside(each) && !scrolls(each) && !isOnlyHeard(each))
        .map(each => `outside the window: ${{name(each)}}`)
    if (root.scrollWidth > root.clientWidth)
        found.push(`the page scrolls sideways: ${{root.scrollWidth}} > ${{root.clientWidth}} px`)
    return found
}}"""

# Clicks on each mark, then in its note on the way back; gives what does not lie in the window, or
# under something else, where it should be: the mark, the note, the mark again.
THERE_AND_BACK = """async () => {
    const faults = []
    const follow = async link => {
        link.click()
        while (location.hash !== link.hash) await new Promise(done => setTimeout(done)) // Firefox's later
    }
    const isUnder = (box, element) => {
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        return element.contains(top)
    }
    const expect = (element, what, id) => {
        if (!element) faults.push(`${what} of ${id} is missing`)
        else if (![...element.getClientRects()].some(box => isUnder(box, element)))
            faults.push(`${what} of ${id} is not to be seen`)
    }
    const at = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))
    for (const mark of document.querySelectorAll('article sup > a')) {
        const id = mark.parentElement.id
        mark.scrollIntoView({block: 'center'})
        expect(mark, 'the mark', id)
        await follow(mark)
        expect(at()?.querySelector('mark') ?? at(), 'the passage', id)
        const back = at()?.querySelector(`.footnote [aria-label][href$='#${id}']`)
        if (back) await follow(back)
        if (at() !== mark.parentElement) faults.push(`no way back to ${id}`)
        expect(mark, 'after the way back, the mark', id)
    }
    return faults
}"""

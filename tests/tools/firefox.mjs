// Firefox, worked from another program: `node firefox.mjs PROGRAM light|dark MILLISECONDS` reads
// commands, a line each, `[name, ...arguments]`, and answers each with a line, `{value}` or
// `{error}`. No command takes longer than so many milliseconds. It ends with its input.
import { createInterface } from "node:readline"
import { launch } from "puppeteer-core"

const [executablePath, colours, patience] = process.argv.slice(2)
const timeout = Number(patience)
const browser = await launch({
  browser: "firefox",
  executablePath,
  timeout,
  protocolTimeout: timeout,
  extraPrefsFirefox: {
    "layout.css.prefers-color-scheme.content-override": colours === "dark" ? 0 : 1,
  },
})
const page = await browser.newPage()
page.setDefaultTimeout(timeout)

const commands = {
  go: async address => { await page.goto(address) },
  evaluate: expression => page.evaluate(expression),
  press: key => page.keyboard.press(key),
  click: selector => page.click(selector),
  resize: (width, height) => page.setViewport({ width, height }),
  // As wide as A4, and one sheet: Firefox waits seconds between two.
  print: async () =>
    Buffer.from(await page.pdf({ width: "21cm", height: "500cm", timeout })).toString("base64"),
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line)
  const answer = await commands[name](...given)
    .then(value => ({ value }), error => ({ error: String(error) }))
  console.log(JSON.stringify(answer))
}
await browser.close()

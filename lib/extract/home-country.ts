/** The country a report is about, though it may never name it as one: “SOFIA — …”, “the Bulgarian coalition”. */
import type { Discourse } from './discourse'
import { countryNamed, countryOfCapital, countryOfDemonym, nationOpenings } from './lexicon'

/** Signs of a country that make it the report's, and how far it must lead the next. */
const enough = 3
const lead = 2

const known = new WeakMap<Discourse, string | undefined>()

/** @returns the country's name; nothing where no country leads clearly */
export function homeCountry(discourse: Discourse): string | undefined {
  if (!known.has(discourse)) known.set(discourse, findHome(discourse))
  return known.get(discourse)
}

function findHome(discourse: Discourse): string | undefined {
  const signs = new Map<string, number>()
  discourse.readings.forEach(({ sentence: { tokens } }) => {
    tokens.forEach(({ text, folded, capital }, k) => {
      if (!capital) return
      const next = nationOpenings.has(folded) ? tokens[k + 1] : undefined
      const pair = next ? `${text} ${next.text}` : text
      const country =
        countryNamed(pair) ?? countryNamed(text) ?? countryOfDemonym(text) ?? countryOfCapital(text)
      if (!country) return
      // "SOFIA —": where the report was filed
      const filed = k === 0 && text.length > 3 && text === text.toUpperCase()
      signs.set(country.name, (signs.get(country.name) ?? 0) + (filed ? 2 : 1))
    })
  })
  const [top, second] = [...signs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!top || top[1] < enough || top[1] < lead * (second?.[1] ?? 0)) return undefined
  return top[0]
}

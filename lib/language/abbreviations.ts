/** Words whose final dot is no full stop, by when that holds. */
type AbbreviationRule = 'always' | 'capital' | 'number'

const titles =
  'mr mrs ms dr prof gen lt col maj capt cmdr adm sgt cpl pvt brig sen rep reps sens gov pres rev hon amb msgr fr supt insp det atty st mt ft messrs mme mlle'
const capitalized =
  'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri calif conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ariz ark colo ave blvd rd sq inc corp ltd co bros univ dept assn intl jr sr ph'
const anywhere = 'vs etc al cf approx est dept ext esp viz ed eds inc corp ltd p.m a.m'
const numbered = 'no nos p pp vol fig figs art sec ch eq ver op c ca'

export const abbreviations: ReadonlyMap<string, AbbreviationRule> = new Map([
  ...capitalized.split(' ').map((word) => [word, 'capital'] as const),
  ...titles.split(' ').map((word) => [word, 'capital'] as const),
  ...anywhere.split(' ').map((word) => [word, 'always'] as const),
  ...numbered.split(' ').map((word) => [word, 'number'] as const),
])

/** A sentence never ends at one of these: a name follows. */
export const titleAbbreviations: ReadonlySet<string> = new Set(titles.split(' '))

export const domains: ReadonlySet<string> = new Set(
  'com org net gov edu mil int info biz io co uk us eu de fr ru ua cn jp ca au nz in ie tv me ch at it es nl se no dk fi pl'.split(
    ' ',
  ),
)

/** Prefixes that stay with their word: "non-avian" is one token, "well-known" is three. */
export const hyphenPrefixes: ReadonlySet<string> = new Set(
  'non anti co pre re semi pro ex e multi sub inter intra ultra post counter un bi trans quasi pseudo neo micro mini mid cross over under super'.split(
    ' ',
  ),
)

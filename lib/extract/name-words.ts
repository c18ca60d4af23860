/** Capitalised words that are no names by themselves. */

export const calendar = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est am pm'.split(
    ' ',
  ),
)

export const capitalisedFunction = new Set(
  'i the a an this that these those he she it they we you his her its their our my in on at by for with from to of as and or but nor if when while after before during since despite although though because where who what how why which whose there here then now yet so not no yes also meanwhile however according following under over between among both each every all some many most several other another few more less such only even just still both two three four five six seven eight nine ten asked once never later earlier soon recently today yesterday tomorrow'.split(
    ' ',
  ),
)

/** Shouted words that name nothing one could meet. */
export const shoutedWords = new Set(
  'iq dna rna gdp ceo cfo coo tv ai it vat hiv aids covid covid-19 ok pm mp mps usd eur gbp phd ba ma dj vip faq pdf url sms atm ufo id hq r&d esg ipo vr pc nz'.split(
    ' ',
  ),
)

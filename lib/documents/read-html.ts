import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blockText, type PageNode } from './block-text'
import { chooseTitle } from './choose-title'
import type { DocumentInput } from './document-input'
import { measurePage, type PageSize } from './measure-page'

/**
 * The main text of a web page with its title, site, date and language; menus, captions and boxes
 * left out. A page without a discernible article gives all its text.
 * @param name of the file, for messages
 * @param url where it was fetched from; else the page's own canonical address is kept
 * @throws AppError invalid_input when it is nested too deeply or has too many elements
 */
export function readHtml(html: string, name: string, url?: string): DocumentInput {
  const page = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const size = measurePage(page, name)
  const { document } = parseHTML(page)
  const meta = (selector: string, attribute = 'content') =>
    document.querySelector(selector)?.getAttribute(attribute)?.trim() || undefined
  const canonical = url ?? meta('link[rel="canonical"]', 'href') ?? meta('meta[property="og:url"]')
  const published =
    meta('meta[property="article:published_time"]') ??
    meta('meta[itemprop="datePublished"]') ??
    meta('meta[name="date"]') ??
    meta('time[datetime]', 'datetime')
  const language = document.documentElement?.getAttribute('lang')?.trim()
  const heading = document.querySelector('h1')
  const title =
    meta('meta[property="og:title"]') ??
    (heading && oneLine(blockText(heading as PageNode, { main: false })))
  const whole = document.body ? blockText(document.body as PageNode, { main: true }) : ''

  // Readability takes the page apart, so everything else is read before it.
  const article = findArticle(document as unknown as Document, size)
  const content = article?.content ? parseHTML(article.content).document : undefined
  const text = (content && blockText(content as unknown as PageNode, { main: true })) || whole
  const publisher = article?.siteName ?? hostOf(canonical)
  const publishedAt = readDate(article?.publishedTime) ?? readDate(published)
  return {
    title: title || oneLine(article?.title ?? '') || chooseTitle(text),
    text,
    ...(publisher && { publisher }),
    ...(canonical && hostOf(canonical) && { url: canonical }),
    ...(publishedAt && { publishedAt }),
    language: language || 'en',
  }
}

/** Every element is looked at for each one it stands in, several times: of some pages for minutes. */
function findArticle(document: Document, { parts, depths }: PageSize) {
  if (parts > 100_000 || depths > 2_000_000) return null
  try {
    return new Readability(document, { charThreshold: 200 }).parse()
  } catch (error) {
    // The tree hands all parts of an element to one call; half a million are too many for it.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether the publisher marks the page as not free to read (schema.org `isAccessibleForFree`). */
export function isPaywalled(html: string): boolean {
  return /"isAccessibleForFree"\s*:\s*"?false/i.test(html)
}

/** The character encoding that the page's head names. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function hostOf(url?: string): string | undefined {
  const parsed = url && URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined
  return parsed.hostname.replace(/^www\./, '')
}

/** `2025-11-26T08:30:00+01:00` stays as it is; what is no date is dropped. */
function readDate(words?: string | null): string | undefined {
  const date = words?.trim()
  if (!date) return undefined
  if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(date)) return date
  const time = Date.parse(date)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

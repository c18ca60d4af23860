import robotsParser from 'robots-parser'
import { AppError } from '../errors'
import type { DocumentInput } from './document-input'
import { type Guard, guardedRequest, type Reply, refuseLink } from './guarded-request'
import { readDocuments } from './read-documents'
import { isPaywalled } from './read-html'

const agentName = 'Throughline'
const redirectLimit = 5
const robotsLimit = 512 * 1024

export type LinkOptions = Pick<Guard, 'allowAddress' | 'resolve'> & {
  /** For the page with all its redirects, in milliseconds. */
  timeout?: number
  /** Of the page, unpacked, in bytes. */
  sizeLimit?: number
}

/** What a link leads to, unread. */
export type Page = { url: string; contentType: string; bytes: Uint8Array }

/**
 * Fetches one page and reads its report (of a JSON list, its reports).
 * @throws AppError as fetchPage and readPage do
 */
export const fetchLink = async (link: string, options?: LinkOptions): Promise<DocumentInput[]> =>
  readPage(await fetchPage(link, options))

/**
 * Fetches one page. Asks robots.txt first, and leaves alone what a site does not give to everyone.
 * @throws AppError invalid_input for a link that is not or may not be fetched, unavailable when the
 *   site fails
 */
export async function fetchPage(link: string, options: LinkOptions = {}): Promise<Page> {
  const { timeout = 20_000, sizeLimit = 10 * 1024 * 1024, ...rest } = options
  const guard: Guard = {
    ...rest,
    userAgent: `${agentName}/0.1 (reads one page at a user's request)`,
    signal: AbortSignal.timeout(timeout),
  }
  const mayFetch = readRobots(guard)
  let url = checkLink(link)
  for (let hop = 0; hop <= redirectLimit; hop++) {
    if (!(await mayFetch(url))) {
      throw refuseLink(
        url,
        `${url.host} asks programs not to fetch this page (robots.txt).`,
        'Open it in a browser, then paste the text or add the saved page.',
      )
    }
    const reply = await guardedRequest(url, guard)
    if (reply.status >= 300 && reply.status < 400 && reply.location) {
      reply.discard()
      url = checkLink(reply.location, url)
      continue
    }
    return await takeReply(url, reply, sizeLimit)
  }
  throw refuseLink(
    url,
    `The link was redirected more than ${redirectLimit} times.`,
    'Open it in a browser and copy the address it ends at.',
  )
}

function checkLink(link: string, base?: URL): URL {
  const trimmed = link.trim()
  const url = URL.canParse(trimmed, base) ? new URL(trimmed, base) : undefined
  const wrong = !url
    ? 'This is not a link.'
    : !/^https?:$/.test(url.protocol)
      ? `A link must begin with http:// or https://, not “${url.protocol}”.`
      : url.username || url.password
        ? 'A link must not hold a user name or a password.'
        : undefined
  if (!url || wrong) {
    const remedy = 'Put the whole address of a page, as https://example.org/news/report.'
    const value = trimmed.slice(0, 200)
    const way = base ? `${base.host} leads on to “${value}”. ` : ''
    throw new AppError('invalid_input', `${way}${wrong} ${remedy}`, [
      { path: 'url', value, message: wrong!, remedy },
    ])
  }
  url.hash = ''
  return url
}

async function takeReply(url: URL, reply: Reply, sizeLimit: number): Promise<Page> {
  if (reply.status < 200 || reply.status >= 300) {
    reply.discard()
    throw describeStatus(url, reply.status)
  }
  const type = reply.contentType.split(';')[0]!.trim().toLowerCase()
  if (type && !/^text\/|html|pdf|json|wordprocessingml|octet-stream/.test(type)) {
    reply.discard()
    throw refuseLink(
      url,
      `The link leads to ${type}, not to a text.`,
      'Choose a page or a document.',
    )
  }
  const bytes = await reply.read(sizeLimit)
  return { url: url.href, contentType: reply.contentType, bytes }
}

/**
 * Reads the reports of a page that was fetched.
 * @throws AppError invalid_input when it holds none, or is not free to read
 */
export async function readPage({ url: href, contentType, bytes }: Page): Promise<DocumentInput[]> {
  const url = new URL(href)
  if (/html/i.test(contentType) && isPaywalled(new TextDecoder().decode(bytes))) {
    throw refuseLink(
      url,
      `${url.host} marks this page as not free to read.`,
      'If you have access, open it in a browser and paste the text.',
    )
  }
  const inputs = await readDocuments(bytes, href, { contentType, url: href })
  const site = url.hostname.replace(/^www\./, '')
  return inputs.map((input) => ({ ...input, publisher: input.publisher ?? site }))
}

function describeStatus(url: URL, status: number): AppError {
  const access = 'If you have access, open it in a browser and paste the text.'
  if ([401, 402, 403, 407, 451].includes(status)) {
    const message = `${url.host} does not give this page to everyone (status ${status}).`
    return refuseLink(url, message, access)
  }
  if (status === 404 || status === 410) {
    return refuseLink(url, `${url.host} has no such page (status ${status}).`, 'Check the link.')
  }
  const reason = status === 429 ? 'has had too many requests' : 'failed'
  return new AppError(
    'unavailable',
    `${url.host} ${reason} (status ${status}). Try again later, or save the page and add the file.`,
  )
}

/** RFC 9309: a site without the file allows everything, one whose file cannot be read nothing. */
function readRobots(guard: Guard): (url: URL) => Promise<boolean> {
  const known = new Map<string, ReturnType<typeof robotsParser> | boolean>()
  const load = async (origin: string): Promise<ReturnType<typeof robotsParser> | boolean> => {
    let url = new URL('/robots.txt', origin)
    for (let hop = 0; hop <= redirectLimit; hop++) {
      const reply = await guardedRequest(url, guard)
      if (reply.status >= 300 && reply.status < 400 && reply.location) {
        reply.discard()
        url = checkLink(reply.location, url)
      } else if (reply.status >= 200 && reply.status < 300) {
        const rules = new TextDecoder().decode(await reply.read(robotsLimit))
        return robotsParser(`${origin}/robots.txt`, rules)
      } else {
        reply.discard()
        return reply.status < 500
      }
    }
    return true
  }
  return async (url) => {
    const rules = known.get(url.origin) ?? (await load(url.origin))
    known.set(url.origin, rules)
    return typeof rules === 'boolean' ? rules : rules.isAllowed(url.href, agentName) !== false
  }
}

/** One HTTP request that cannot reach into the network the program runs in. */
import { lookup as resolveName } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AppError } from '../errors'
import { isPublicAddress } from './public-address'

export type Guard = {
  /** Lets an address through that is not public: for tests against a server on this machine. */
  allowAddress?: (address: string) => boolean
  /** Resolves a name to all its addresses. */
  resolve?: (hostname: string) => Promise<string[]>
  userAgent: string
  signal: AbortSignal
}

export type Reply = {
  status: number
  contentType: string
  location?: string
  /** The body, unpacked. */
  read(limit: number): Promise<Uint8Array>
  discard(): void
}

/**
 * Opens `url` at an address that was checked: the name is resolved once, every address it has must
 * be public, and the connection is made to one of these, so a name that changes its mind in between
 * gains nothing. Redirects are not followed.
 * @throws AppError invalid_input for an address that is not allowed, unavailable when it fails
 */
export async function guardedRequest(url: URL, guard: Guard): Promise<Reply> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await resolveAll(host, guard)
  for (const address of addresses) {
    if (isPublicAddress(address) || guard.allowAddress?.(address)) continue
    throw refuseLink(
      url,
      `${host === address ? address : `${host} (${address})`} is not an address on the public internet.`,
      'Links to this machine and to private networks are not fetched: save the page and add the file.',
    )
  }
  const pinned: LookupFunction = (_, options, done) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }))
    if (options.all) done(null, all)
    else done(null, all[0]!.address, all[0]!.family)
  }
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const response = await new Promise<IncomingMessage>((settle, fail) => {
    const sent = send(
      url,
      {
        // No shared connections: one that is open already was not checked here.
        agent: false,
        lookup: pinned,
        signal: guard.signal,
        headers: {
          'user-agent': guard.userAgent,
          accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
          'accept-language': 'en,*;q=0.5',
        },
      },
      settle,
    )
    sent.on('error', fail)
    sent.end()
  }).catch((cause) => {
    throw unreachable(url, guard.signal, cause)
  })
  response.on('error', () => {})
  return {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    ...(response.headers.location && { location: response.headers.location }),
    discard: () => response.destroy(),
    read: async (limit) => {
      const chunks: Uint8Array[] = []
      let size = 0
      try {
        for await (const chunk of unpack(response)) {
          size += (chunk as Uint8Array).length
          if (size > limit) {
            const most = `${limit / 1024 / 1024} MB`
            throw refuseLink(url, `The page is over ${most}.`, 'Save it and add the file.')
          }
          chunks.push(chunk as Uint8Array)
        }
      } catch (cause) {
        throw cause instanceof AppError ? cause : unreachable(url, guard.signal, cause)
      } finally {
        response.destroy()
      }
      return Buffer.concat(chunks)
    },
  }
}

async function resolveAll(host: string, guard: Guard): Promise<string[]> {
  const resolve =
    guard.resolve ??
    (async (name) => (await resolveName(name, { all: true })).map(({ address }) => address))
  const addresses = await resolve(host).catch((cause) => {
    throw noSite(host, cause)
  })
  if (addresses.length === 0) throw noSite(host)
  return addresses
}

const noSite = (host: string, cause?: unknown) =>
  new AppError(
    'unavailable',
    `There is no site at “${host}”, or the name service cannot be reached. Check the link and the connection.`,
    [],
    { cause },
  )

function unpack(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase()
  const unpacker =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  // The error reaches the reader of the stream; the callback is only there to own it.
  return unpacker ? pipeline(response, unpacker, () => {}) : response
}

export const refuseLink = (url: URL, message: string, remedy: string) =>
  new AppError('invalid_input', `${message} ${remedy}`, [
    { path: 'url', value: url.href.slice(0, 200), message, remedy },
  ])

function unreachable(url: URL, signal: AbortSignal, cause: unknown): AppError {
  const reason = signal.aborted
    ? 'did not answer in time'
    : `could not be reached (${(cause as { code?: string })?.code ?? String(cause)})`
  return new AppError(
    'unavailable',
    `${url.host} ${reason}. Try again later, or save the page and add the file.`,
    [],
    { cause },
  )
}

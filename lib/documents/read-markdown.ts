import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { blockText, type PageNode } from './block-text'
import { chooseTitle } from './choose-title'
import type { DocumentInput } from './document-input'

/** Markdown without its marks; `title`, `date`, `url` and `publisher` from a front matter block. */
export function readMarkdown(source: string): DocumentInput {
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source)
  const field = (name: string) =>
    new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, 'im').exec(front?.[1] ?? '')?.[1]
  const html = marked.parse(source.slice(front?.[0].length ?? 0), { async: false })
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  const text = blockText(document.body as PageNode, { main: false })
  const publishedAt = /^\d{4}-\d{2}-\d{2}/.exec(field('date') ?? '')?.[0]
  const [url, publisher] = [field('url'), field('publisher')]
  return {
    title: field('title') ?? chooseTitle(text),
    text,
    ...(publisher && { publisher }),
    ...(url && { url }),
    ...(publishedAt && { publishedAt }),
    language: 'en',
  }
}

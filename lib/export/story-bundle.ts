/** A story's pictures with its words, in one zip. */
import { strToU8, zipSync } from 'fflate'
import { fileName } from './file-name'
import type { StoryPicture } from './story-pictures'

/**
 * `01-the-meeting-was-held-in-miami.svg`, its PNG where there is one, and the story as Markdown. The same story
 * gives the same bytes.
 */
export function bundleStory(
  pictures: readonly StoryPicture[],
  pngs: readonly Uint8Array[],
  markdown: string,
): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = { 'story.md': strToU8(markdown) }
  for (const [i, { svg, title, description }] of pictures.entries()) {
    const number = String(i + 1).padStart(2, '0')
    const stem = fileName(`${number} ${title}`, '')
    files[`${stem}svg`] = strToU8(svg)
    const png = pngs[i]
    if (png) files[`${stem}png`] = png
    files[`${stem}txt`] = strToU8(`${description}\n`)
  }
  // Zip dates start in 1980, in local time.
  return new Uint8Array(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) }))
}

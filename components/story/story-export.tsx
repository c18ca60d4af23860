'use client'
import { Download } from 'lucide-react'
import { useTheme } from 'next-themes'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { AppError } from '@/lib/errors'
import { fileName } from '@/lib/export/file-name'
import { storyMarkdown } from '@/lib/export/markdown'
import { bundleStory } from '@/lib/export/story-bundle'
import { embedFaces, storyHtml } from '@/lib/export/story-html'
import { storyPictures } from '@/lib/export/story-pictures'
import type { Story } from '@/lib/schema'
import { useExplorer } from '../explorer/explorer-context'
import { drawOnCanvas } from '../image-dialog/draw-on-canvas'
import { saveFile } from '../image-dialog/save-file'
import { Button } from '../ui/button'
import { menuCard, menuItem } from '../ui/menu'
import { readFaces } from './read-faces'

/** Takes a story away: a page of its own, Markdown, or a picture for every step. */
export function StoryExport({ story }: { story: Story }) {
  const { graph, shown } = useExplorer()
  const theme = useTheme().resolvedTheme === 'dark' ? 'dark' : 'light'
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const name = (ending: string) => fileName(story.title, ending)
  const attempt = async (save: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await save()
    } catch (cause) {
      setFailure(
        cause instanceof AppError ? cause.message : 'This browser could not draw the pictures.',
      )
    } finally {
      setBusy(false)
    }
  }
  const savePage = () =>
    attempt(async () => {
      const page = storyHtml(graph, story, new Date().toISOString())
      const whole = embedFaces(page, await readFaces(page))
      saveFile(name('html'), whole, 'text/html;charset=utf-8')
    })
  const savePictures = () =>
    attempt(async () => {
      const pictures = storyPictures(graph, story, { theme, captioned: true })
      const pngs: Uint8Array[] = []
      for (const { svg } of pictures)
        pngs.push(new Uint8Array(await (await drawOnCanvas(svg, { scale: 2 })).arrayBuffer()))
      const zip = bundleStory(pictures, pngs, storyMarkdown(story, shown))
      saveFile(name('zip'), zip, 'application/zip')
    })
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button look="outline" disabled={busy}>
            <Download size={14} aria-hidden />
            {busy ? 'Drawing …' : 'Save as'}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content align="start" sideOffset={4} className={menuCard}>
            <DropdownMenu.Item className={menuItem} onSelect={() => void savePage()}>
              A page that works offline (HTML)
            </DropdownMenu.Item>
            <DropdownMenu.Item
              className={menuItem}
              onSelect={() =>
                saveFile(name('md'), storyMarkdown(story, shown), 'text/markdown;charset=utf-8')
              }
            >
              Text (Markdown)
            </DropdownMenu.Item>
            <DropdownMenu.Item className={menuItem} onSelect={() => void savePictures()}>
              A picture for every step (zip)
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {failure && (
        <p role="alert" className="w-full text-sm">
          {failure}
        </p>
      )}
    </>
  )
}

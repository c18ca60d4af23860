'use client'
import { Check, Copy, Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { serializeCase } from '@/lib/case-file'
import { AppError } from '@/lib/errors'
import { bundlePicture } from '@/lib/export/bundle'
import { writeEntities, writeRelations } from '@/lib/export/csv'
import { fileName } from '@/lib/export/file-name'
import type { FinishedPicture } from '@/lib/export/picture'
import type { Case } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import type { Choices } from './choices'
import { drawOnCanvas } from './draw-on-canvas'
import { printPicture } from './print-picture'
import { saveFile } from './save-file'

type DownloadsProps = { case_: Case; picture: FinishedPicture; choices: Choices; offerSvg(): void }

/** Saves the image, its evidence, or both together. */
export function Downloads({ case_, picture, choices, offerSvg }: DownloadsProps) {
  const { extracted } = useCase()
  const [failure, setFailure] = useState<AppError>()
  const [busy, setBusy] = useState(false)
  const [copied, setCopied] = useState('')
  const { svg, description } = picture
  const name = (ending: string) => fileName(choices.titled ? choices.title : case_.title, ending)

  const attempt = async (save: () => Promise<void>) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await save()
    } catch (cause) {
      setFailure(
        cause instanceof AppError
          ? cause
          : new AppError('internal', 'This browser could not draw the picture.', [], { cause }),
      )
    } finally {
      setBusy(false)
    }
  }
  const savePicture = () =>
    attempt(async () => {
      if (choices.format === 'svg') saveFile(name('svg'), svg, 'image/svg+xml;charset=utf-8')
      else saveFile(name('png'), await drawOnCanvas(svg, choices.size), 'image/png')
    })
  const saveAll = () =>
    attempt(async () => {
      const png =
        choices.format === 'png'
          ? new Uint8Array(await (await drawOnCanvas(svg, choices.size)).arrayBuffer())
          : undefined
      const zip = bundlePicture(case_, { svg, description, file: extracted, ...(png && { png }) })
      saveFile(name('zip'), zip, 'application/zip')
    })
  // Excel reads a table as UTF-8 only when it begins with this mark
  const saveTable = (table: string, text: string) =>
    saveFile(`${table}.csv`, `\ufeff${text}`, 'text/csv;charset=utf-8')

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        <Button look="solid" disabled={busy} onClick={savePicture}>
          <Download size={15} aria-hidden />
          Save {choices.format.toUpperCase()}
        </Button>
        <Button look="outline" disabled={busy} onClick={() => attempt(() => printPicture(svg))}>
          <Printer size={15} aria-hidden />
          Print or PDF
        </Button>
        <Button look="outline" disabled={busy} onClick={saveAll}>
          Image and evidence (zip)
        </Button>
        <Button
          look="outline"
          onClick={() =>
            navigator.clipboard.writeText(description).then(
              () => setCopied(description),
              () => setFailure(new AppError('unavailable', 'The clipboard refused the text.')),
            )
          }
        >
          {copied === description ? (
            <Check size={15} aria-hidden />
          ) : (
            <Copy size={15} aria-hidden />
          )}
          {copied === description ? 'Alt text copied' : 'Copy alt text'}
        </Button>
      </div>
      {failure && (
        <div role="alert" className="rounded-md border border-line bg-sunken p-3 text-sm">
          <p className="font-medium">{failure.message}</p>
          {failure.problems.map((problem) => (
            <p key={problem.path} className="mt-0.5 text-muted">
              {problem.message}. {problem.remedy}
            </p>
          ))}
          {choices.format === 'png' && (
            <Button
              look="outline"
              size="small"
              className="mt-2"
              onClick={() => {
                setFailure(undefined)
                offerSvg()
              }}
            >
              Take SVG instead
            </Button>
          )}
        </div>
      )}
      <details className="text-sm">
        <summary className="w-fit cursor-pointer text-muted hover:text-text">Alt text</summary>
        <p className="mt-1.5 max-h-32 overflow-y-auto text-sm select-all">{description}</p>
      </details>
      <p className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
        Without the picture:
        <Button
          size="small"
          onClick={() =>
            saveFile(
              fileName(case_.title, 'case.json'),
              serializeCase(extracted),
              'application/json;charset=utf-8',
            )
          }
        >
          Case JSON
        </Button>
        <Button size="small" onClick={() => saveTable('entities', writeEntities(case_))}>
          Entities CSV
        </Button>
        <Button size="small" onClick={() => saveTable('relations', writeRelations(case_))}>
          Relations with quotes CSV
        </Button>
      </p>
    </div>
  )
}

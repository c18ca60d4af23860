'use client'
import { clsx } from 'clsx'
import Link from 'next/link'
import type { MouseEvent, PointerEvent } from 'react'
import { UnderlinedName } from '../ui/underlined-name'
import type { Mark, Page, Paragraph, Run } from './lay-out-page'
import type { Reading } from './use-reading'

type ReportTextProps = {
  page: Page
  caseHref: string
  reading: Reading
  /** The mark under the pointer or the focus, here or in the list. */
  pointed?: number
  onPoint: (mark?: number) => void
  onGo: (reading: Reading) => void
}

/** The report's words as they are; each piece of evidence is a link to its relations. */
export function ReportText({ page, ...rest }: ReportTextProps) {
  return page.paragraphs.map((paragraph) => {
    const runs = paragraph.runs.map((run) => (
      <RunText key={run.start} run={run} marks={page.marks} {...rest} />
    ))
    return (
      <Block key={paragraph.start} kind={paragraph.kind}>
        {runs}
      </Block>
    )
  })
}

function Block({ kind, children }: { kind: Paragraph['kind']; children: React.ReactNode }) {
  if (kind === 'title')
    return (
      <h1 dir="auto" className={titleLook}>
        {children}
      </h1>
    )
  if (kind === 'heading')
    return (
      <h2 dir="auto" className="mt-8 mb-3 text-[1.05em] font-semibold">
        {children}
      </h2>
    )
  return (
    <p dir="auto" className="my-[0.95em]">
      {children}
    </p>
  )
}

export const titleLook =
  'mb-6 text-[1.75em] leading-[1.18] font-semibold tracking-[-0.012em] text-balance phone:text-[1.5em]'

type RunTextProps = Omit<ReportTextProps, 'page'> & { run: Run; marks: Mark[] }

function RunText({ run, marks, caseHref, reading, pointed, onPoint, onGo }: RunTextProps) {
  let at = run.start
  const words = run.pieces.map(({ text, name }) => {
    const start = at
    at += text.length
    return (
      // its place, for words that are selected
      <span key={start} data-at={start}>
        {name ? <UnderlinedName kind={name.kind} of={name.of} text={text} /> : text}
      </span>
    )
  })
  const found = run.found ? { 'data-found': '' } : {}
  const foundLook = run.found && 'rounded-[3px] outline-2 outline-offset-2 outline-focus'
  if (run.owner === undefined) {
    return run.found ? (
      <span className={clsx(foundLook)} {...found}>
        {words}
      </span>
    ) : (
      words
    )
  }
  const { owner } = run
  const mark = marks[owner]!
  const chosen = run.marks.some((i) =>
    marks[i]!.proofs.some((proof) => proof.claim === reading.claim),
  )
  const tint =
    reading.mark !== undefined && run.marks.includes(reading.mark)
      ? 'var(--mark-now)'
      : chosen || (pointed !== undefined && run.marks.includes(pointed))
        ? 'var(--mark-near)'
        : run.marks.length > 1
          ? 'var(--mark-twice)'
          : 'var(--mark)'
  const open = (event: MouseEvent) => {
    const selecting = window.getSelection()?.isCollapsed === false
    // Without a pointer that hovers, the first touch shows what the mark proves.
    const first = window.matchMedia('(hover: none)').matches && reading.mark !== owner
    if (!selecting && !first) return
    event.preventDefault()
    if (first) onGo({ mark: owner, claim: mark.proofs[0]?.claim })
  }
  return (
    <>
      {run.opens
        .flatMap((i) => marks[i]!.proofs)
        .map((proof) => (
          <span key={proof.claim} id={`c-${proof.claim}`} className="scroll-mt-40" />
        ))}
      <Link
        href={`${caseHref}?${mark.proofs.map((proof) => `sel=${encodeURIComponent(proof.claim)}`).join('&')}`}
        prefetch={false}
        draggable={false}
        data-opens={run.opens.join(' ') || undefined}
        tabIndex={run.opens.includes(owner) ? 0 : -1}
        aria-describedby={`mark-${owner}`}
        onClick={open}
        onPointerDown={letSelect}
        onFocus={() => onPoint(owner)}
        onBlur={() => onPoint(undefined)}
        onPointerEnter={() => onPoint(owner)}
        onPointerLeave={() => onPoint(undefined)}
        style={{ backgroundImage: `linear-gradient(${tint}, ${tint})` }}
        className={clsx(
          'box-decoration-clone bg-[length:100%_1.36em] bg-[position:0_55%] bg-no-repeat',
          foundLook,
        )}
        {...found}
      >
        {words}
      </Link>
    </>
  )
}

/**
 * Within a link browsers let nobody begin to select words, by mouse or by a long touch, nor just
 * before one that takes the focus. So it is neither for as long as it is held down.
 */
function letSelect({ currentTarget: link, button }: PointerEvent<HTMLAnchorElement>): void {
  const href = link.getAttribute('href')
  if (button !== 0 || href === null) return
  const { tabIndex } = link
  link.removeAttribute('href')
  link.removeAttribute('tabindex')
  const held = new AbortController()
  const letGo = () => {
    held.abort()
    link.setAttribute('href', href)
    link.tabIndex = tabIndex
  }
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, letGo, { signal: held.signal })
}

'use client'
import { useRef, useState } from 'react'
import { join, preview } from './ask-server'
import type { Failure, Found, Report } from './found'
import type { Source } from './source'

export type Step =
  | { name: 'choosing'; problem?: string; failures: Failure[] }
  | { name: 'reading'; done: number; of: number }
  | FoundStep

type FoundStep = {
  name: 'found'
  reports: Report[]
  failures: Failure[]
  found: Found
  busy: boolean
  problem?: string
}

const start: Step = { name: 'choosing', failures: [] }

/** From sources to a larger case: read with progress, look at what was found, join. */
export function useAdding(caseId: string, onJoined: () => void) {
  const [step, setStep] = useState<Step>(start)
  const running = useRef<AbortController>(undefined)

  const begin = () => {
    running.current?.abort()
    running.current = new AbortController()
    return running.current.signal
  }

  const look = async (reports: Report[], failures: Failure[], signal: AbortSignal) => {
    const found = await preview(caseId, reports, signal)
    if (!signal.aborted) setStep({ name: 'found', reports, failures, found, busy: false })
  }

  /** Reads further sources; what was read before stays. */
  const read = async (sources: Source[]) => {
    const before = step.name === 'found' ? step : undefined
    const signal = begin()
    const reports = [...(before?.reports ?? [])]
    const failures = [...(before?.failures ?? [])]
    try {
      for (const [i, source] of sources.entries()) {
        setStep({ name: 'reading', done: i, of: sources.length })
        const answer = await source.read(signal)
        const known = new Set(reports.map((report) => report.text))
        reports.push(...answer.documents.filter((report) => !known.has(report.text)))
        failures.push(...answer.failures)
      }
      setStep({ name: 'reading', done: sources.length, of: sources.length })
      if (reports.length > 0) await look(reports, failures, signal)
      else setStep({ name: 'choosing', failures })
    } catch (error) {
      if (signal.aborted) setStep(before ?? start)
      else setStep(before ? { ...before, problem: messageOf(error) } : failed(error))
    }
  }

  /** Another choice of reports, or a title or date that was corrected. */
  const change = async (reports: Report[]) => {
    if (step.name !== 'found') return
    if (reports.length === 0) return setStep({ name: 'choosing', failures: [] })
    const signal = begin()
    setStep({ ...step, reports, busy: true })
    try {
      await look(reports, step.failures, signal)
    } catch (error) {
      if (!signal.aborted) setStep({ ...step, reports, problem: messageOf(error) })
    }
  }

  const add = async () => {
    if (step.name !== 'found') return
    setStep({ ...step, busy: true })
    try {
      await join(caseId, step.reports)
      setStep(start)
      onJoined()
    } catch (error) {
      setStep({ ...step, problem: messageOf(error) })
    }
  }

  const reset = () => {
    running.current?.abort()
    setStep(start)
  }
  return { step, read, change, add, reset, cancel: () => running.current?.abort() }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
const failed = (error: unknown): Step => ({ ...start, problem: messageOf(error) })

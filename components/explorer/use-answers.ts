'use client'
import { useMemo } from 'react'
import type { CaseGraph } from '@/lib/graph/build'
import type { PathQuestion } from '@/lib/query/paths'
import { pathQuestion } from '@/lib/view/path-question'
import {
  type Answers,
  answerCompare,
  answerPath,
  answerStory,
  answerTrace,
} from '@/lib/view/show-view'
import { whatStands } from '@/lib/view/standing'
import type { ViewState } from '@/lib/view/state'
import { useCase } from '../cases/case-context'

/** What the view's question comes to; worked out anew only when the question changes. */
export function useAnswers(graph: CaseGraph, view: ViewState): Answers {
  const { mode, trace, folded, opened, compare, without } = view
  const asked = JSON.stringify(pathQuestion(view, graph))
  const question = useMemo(
    () => (asked === undefined ? undefined : (JSON.parse(asked) as PathQuestion)),
    [asked],
  )
  const answer = useMemo(() => answerPath(graph, question), [graph, question])
  const lineage = useMemo(
    () => answerTrace(graph, { mode, trace, folded, opened }),
    [graph, mode, trace, folded, opened],
  )
  const standing = useMemo(
    () => whatStands(graph, { without, folded, opened }, { question, answer, lineage }),
    [graph, without, folded, opened, question, answer, lineage],
  )
  const changes = useMemo(() => answerCompare(graph, { mode, compare }), [graph, mode, compare])
  const story = answerStory(view, useCase().stories)
  return useMemo(
    () => ({ question, answer, lineage, standing, changes, story }),
    [question, answer, lineage, standing, changes, story],
  )
}

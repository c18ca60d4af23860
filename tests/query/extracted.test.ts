/** The plan's story as it is told from what the program itself finds in the two articles. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildGraph } from '@/lib/graph/build'
import { withoutSources } from '@/lib/graph/without'
import { ingest } from '@/lib/pipeline'
import { findEntity } from '@/lib/query/find-entity'
import { type Lineage, traceLineage } from '@/lib/query/lineage'
import { supportOf } from '@/lib/query/support'
import type { Case } from '@/lib/schema'
import { hasArticles } from './real-cases'

const folder = resolve(import.meta.dirname, '../../../shared/seeds')

describe.skipIf(!hasArticles)('the articles as the program reads them', () => {
  let case_: Case
  let lineage: Lineage
  const name = (id: string) => case_.entities.find((entity) => entity.id === id)!.name
  beforeAll(() => {
    const inputs = readdirSync(folder)
      .sort()
      .map((file) => ({
        title: file,
        text: readFileSync(resolve(folder, file), 'utf8'),
        language: 'en',
      }))
    case_ = ingest(inputs, { addedAt: '2025-11-28T00:00:00Z' }).case
    lineage = traceLineage(buildGraph(case_), findEntity(case_, '28-point plan').id)
  }, 60_000)

  it('tell the lineage of the plan in order', () => {
    const told = lineage.steps.map((step) => `${name(step.spine)}, ${step.phase}`)
    expect(told).toEqual([
      'Russian non-paper, made',
      'Russian non-paper, presented',
      'Miami meeting, held',
      '20-point plan, made',
      expect.stringMatching(/^28-point (peace )?plan, made$/),
      expect.stringMatching(/^28-point (peace )?plan, revised$/),
      expect.stringMatching(/^28-point (peace )?plan, revised$/),
      'revised framework, made',
    ])
    const [, shown, , , plan, talks, geneva, framework] = lineage.steps
    expect(shown!.when).toContain('mid-October')
    expect(shown!.sentence).toMatch(/^After the Trump–Zelenskyy meeting, the Russian non-paper was/)
    expect(plan!.sentence).toContain('Axios published')
    expect(talks!.actors.map(name).sort()).toEqual([
      'Ukrainian officials',
      expect.stringMatching(/^senior U\.?S\.? officials$/),
    ])
    expect(talks!.quote!.evidence.quote).toContain('nine points')
    expect(talks!.sentence).toContain('(“nine points were removed”), according to ABC News')
    expect(geneva!.sentence).toMatch(/^Later, /)
    expect(geneva!.sentence).toContain('Geneva)')
    expect(geneva!.actors.map(name)).toContain('European officials')
    expect(framework!.sentence).toContain('Ukrainian officials backed it')
  })

  it('are one source for what both took from Bloomberg, which is gone without it', () => {
    const advice = case_.claims.filter(({ relation }) => relation === 'advised')
    expect(advice).toHaveLength(1)
    expect(supportOf(advice, case_)).toMatchObject({
      independent: 1,
      groups: [{ reason: 'both rest on Bloomberg' }],
    })
    const left = withoutSources(case_, { outlets: ['Bloomberg'] })
    expect(left.claims.filter(({ relation }) => relation === 'advised')).toEqual([])
  })
})

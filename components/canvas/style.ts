import { entityKindTable } from '@/lib/ontology'
import { entityKinds, type Stance, stances } from '@/lib/schema'
import { smallestName } from '@/lib/view/hub-names'
import { sizes, stanceDash, type ThemeName, themes } from '@/lib/view/theme'

export type Rule = { selector: string; style: Record<string, unknown> }

/** The font the page ships, whose widths the layout is made with. */
const font = '"Inter Variable", sans-serif'

/** Above this many nodes and relations the canvas draws plain lines and fewer words. */
export const fullStyleLimit = 800

/** The look of everything on the canvas, as a function of the theme and nothing else. */
export function buildStyle(name: ThemeName, light: boolean): Rule[] {
  const theme = themes[name]
  const halo = {
    'text-outline-color': theme.canvas,
    'text-outline-width': light ? 0 : 2.5,
    'text-outline-opacity': 1,
  }
  return [
    {
      selector: 'core',
      style: {
        'active-bg-opacity': 0,
        'selection-box-color': theme.text,
        'selection-box-opacity': 0.06,
        'selection-box-border-color': theme.muted,
        'selection-box-border-width': 1,
      },
    },
    {
      selector: 'node',
      style: {
        width: 'data(w)',
        height: 'data(h)',
        label: 'data(text)',
        color: theme.text,
        'font-family': font,
        'font-size': sizes.nodeLabel,
        'font-weight': 600,
        'line-height': sizes.nodeLine / sizes.nodeLabel,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-margin-x': 'data(textX)',
        'text-margin-y': 'data(textY)',
        'text-justification': 'data(justify)',
        'text-halign': 'center',
        'text-valign': 'center',
        'text-events': 'yes',
        'min-zoomed-font-size': smallestName,
        'overlay-opacity': 0,
        'border-width': 0,
        ...halo,
      },
    },
    ...entityKinds.map((kind) => ({
      selector: `node[kind = "${kind}"]`,
      style: {
        'background-color': entityKindTable[kind].colour,
        shape: light ? 'ellipse' : entityKindTable[kind].shape,
        ...(entityKindTable[kind].double && !light
          ? {
              // the second border
              'outline-width': 1.25,
              'outline-offset': 1.75,
              'outline-color': entityKindTable[kind].colour,
            }
          : {}),
      },
    })),
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': theme.edge,
        'curve-style': light ? 'haystack' : 'straight',
        'haystack-radius': 0,
        'target-arrow-color': theme.edge,
        'arrow-scale': 0.8,
        'overlay-opacity': 0,
        'overlay-padding': 6,
      },
    },
    ...(light ? [] : edgeDetail(theme.text, halo)),
    ...states(theme, light),
  ]
}

function edgeDetail(text: string, halo: Record<string, unknown>): Rule[] {
  return [
    {
      selector: 'edge[start]',
      style: {
        'source-endpoint': data('start'),
        'target-endpoint': data('end'),
        'edge-distances': 'endpoints',
      },
    },
    {
      selector: 'edge[bend]',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)',
        'control-point-weights': 'data(weight)',
      },
    },
    {
      // while a node is dragged, or its name stands elsewhere than the layout has it
      selector: 'edge.moving, edge.to-shape',
      style: {
        'source-endpoint': 'outside-to-node',
        'target-endpoint': 'outside-to-node',
        'edge-distances': 'intersection',
      },
    },
    { selector: 'edge.moving', style: { 'text-opacity': 0 } },
    { selector: 'edge[?directed]', style: { 'target-arrow-shape': 'triangle' } },
    ...stances
      .filter((stance: Stance) => stanceDash(stance).length > 0)
      .map((stance) => ({
        selector: `edge[stance = "${stance}"]`,
        style: { 'line-style': 'dashed', 'line-dash-pattern': [...stanceDash(stance)] },
      })),
    {
      selector: 'edge.labelled',
      style: {
        label: 'data(text)',
        color: text,
        'font-family': font,
        'font-size': sizes.edgeLabel,
        'line-height': sizes.edgeLine / sizes.edgeLabel,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-margin-x': 'data(textX)',
        'text-margin-y': 'data(textY)',
        'min-zoomed-font-size': 4,
        ...halo,
      },
    },
  ]
}

function states(theme: (typeof themes)[ThemeName], light: boolean): Rule[] {
  return [
    { selector: 'node.faded', style: { opacity: 0.18, 'text-opacity': light ? 0 : 0.75 } },
    { selector: 'edge.faded', style: { opacity: 0.13 } },
    {
      selector: 'node.hover, node.lit, node.chosen',
      style: {
        'outline-width': 1.5,
        'outline-offset': 3,
        'outline-color': theme.text,
        'outline-opacity': 0.55,
        'z-index': 20,
      },
    },
    { selector: 'node.chosen', style: { 'outline-width': 2.5, 'outline-opacity': 1 } },
    {
      selector: 'edge.hover, edge.lit, edge.chosen',
      style: {
        'line-color': theme.text,
        'target-arrow-color': theme.text,
        'z-index': 15,
        opacity: 1,
      },
    },
    {
      selector: 'edge.chosen',
      style: { 'underlay-color': theme.text, 'underlay-opacity': 0.1, 'underlay-padding': 5 },
    },
    {
      selector: 'node.accent',
      style: {
        'outline-width': 2.5,
        'outline-offset': 2.5,
        'outline-color': theme.accent,
        'z-index': 20,
      },
    },
    {
      selector: 'edge.accent',
      style: {
        'line-color': theme.accent,
        'target-arrow-color': theme.accent,
        color: theme.accent,
        'z-index': 15,
      },
    },
    {
      // a small round count or number on a node's shoulder
      selector: 'node.mark',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '8',
        width: 'data(w)',
        height: 15,
        'background-color': theme.canvas,
        'border-width': 1,
        'border-color': theme.muted,
        label: 'data(text)',
        color: theme.text,
        'font-size': 9.5,
        'font-weight': 600,
        'text-justification': 'auto',
        'text-margin-x': 0,
        'text-margin-y': 0.5,
        'text-outline-width': 0,
        'text-events': 'no',
        'z-index': 30,
      },
    },
    {
      selector: 'node.mark.order',
      style: {
        'background-color': theme.accent,
        'border-color': theme.canvas,
        color: theme.onAccent,
      },
    },
    { selector: 'node.mark.faded', style: { opacity: 0.2 } },
    { selector: 'node.mark.sign', style: { 'font-size': 12, opacity: 1, 'text-opacity': 1 } },
    // what fell, and what is gone, is still seen for what it was
    { selector: 'node.is-fallen, node.is-gone', style: { opacity: 0.35 } },
    { selector: 'edge.is-fallen, edge.is-gone', style: { opacity: 0.45 } },
  ]
}

/** For properties that take no `data(…)`. */
const data = (name: string) => (element: { data(name: string): unknown }) => element.data(name)

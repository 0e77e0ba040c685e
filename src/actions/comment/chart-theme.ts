// Colours for the lines of a mermaid chart: its own first one can hardly be seen, neither on light nor on dark.

/** The first line of a chart. @param colours of its lines, in their order */
export function chartTheme(...colours: readonly `#${string}`[]): string {
  return `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours.join(', ')}"}}}}%%`;
}

/** From GitHub's own palette, readable on both of its backgrounds: https://primer.style/foundations/primitives/color */
export const chartColours = { now: '#0969da', alarming: '#cf222e', beside: '#8c959f' } as const;

// Values of KPIs with their units; a record may name a unit that nobody knows here.
import type { Kpi, KpiUnit } from '../../../define/kpi.ts';
import { catalogue } from '../../../kpis/index.ts';

const signs: Readonly<Record<KpiUnit, string>> = {
  Percent: ' %',
  Seconds: ' s',
  Milliseconds: ' ms',
  Bytes: ' B',
  Count: '',
  'Count/Second': '/s',
};

/** Three digits, whole numbers whole: `0.012 s`, `1,234`, `56.7M B`. */
export function amountText(value: number | undefined, unit: string): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const sign = (signs as Readonly<Record<string, string>>)[unit] ?? ` ${unit}`;
  // Nothing real is that large: it must not fill a table.
  if (size >= 1e15) return value.toExponential(2) + sign;
  if (unit === 'Bytes') return value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 }) + sign;
  return value.toLocaleString('en', size >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }) + sign;
}

/** `≤ 1 %`: the direction is the catalogue's. */
export function toleratedText(kpi: string, tolerated: number, unit: string): string {
  return `${findKpi(kpi)?.good === 'high' ? '≥' : '≤'} ${amountText(tolerated, unit)}`;
}

export function findKpi(id: string): Kpi | undefined {
  return catalogue.kpis.find((kpi) => kpi.id === id);
}

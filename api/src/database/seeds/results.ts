// Benchmark results as members log them: slowly better, with an off day now and then, written as people write scores.
import { isoDate } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import { benchmarks, type GymOffer } from './offer.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

type Benchmark = (typeof benchmarks)[number];

export function* resultRows(plan: GymPlan, offer: GymOffer, members: readonly Member[]): Generator<Row> {
  for (const member of members) {
    const from = Math.max(member.joinedOn + 5, plan.historyStart);
    const until = member.lastVisitMs === null ? from : Math.floor(member.lastVisitMs / 86_400_000);
    if (member.resultCount === 0 || until <= from) continue;
    const random = member.random.fork('results');
    const talent = 0.15 + 0.6 * random.fraction();
    const known = random.sample([...benchmarks.keys()], random.int(3, 8));
    for (let i = 0; i < member.resultCount; i++) {
      const share = (i + random.fraction()) / member.resultCount;
      const day = Math.floor(from + (until - from) * share);
      const index = random.pick(known);
      const benchmark = benchmarks[index] as Benchmark;
      const createdMs = Math.max(plan.time.instant(day, random.int(450, 1320)), member.createdMs);
      const value = valueOf(benchmark, Math.min(1, talent + 0.22 * share - 0.06 * random.fraction()));
      yield {
        gym_id: plan.gymId,
        id: random.uuid(createdMs),
        member_id: member.id,
        benchmark_id: offer.benchmarkIds[index] as string,
        value,
        score: scoreText(benchmark, value, random),
        logged_on: isoDate(day),
        created_at: new Date(createdMs).toISOString(),
      };
    }
  }
}

function valueOf({ unit, best, worst }: Benchmark, skill: number): number {
  const value = worst + (best - worst) * skill;
  if (unit === 'KILOGRAMS') return Math.round(value / 2.5) * 2.5;
  return unit === 'METRES' ? Math.round(value / 10) * 10 : Math.round(value);
}

export function scoreText(benchmark: { name: string; unit: string }, value: number, random: Random): string {
  if (benchmark.unit === 'KILOGRAMS')
    return random.weighted([
      [80, `${decimal(value)} kg`],
      [12, `${decimal(value)}kg`],
      [8, `${decimal(value)}`],
    ] as const);
  if (benchmark.unit === 'METRES') return `${value} m`;
  if (benchmark.name === 'Cindy') return `${Math.floor(value / 30)} rondes${value % 30 ? ` + ${value % 30}` : ''}`;
  if (benchmark.unit === 'REPETITIONS') return random.chance(0.5) ? `${value}` : `${value} reps`;
  const [hours, minutes, seconds] = [
    Math.floor(value / 3600),
    Math.floor(value / 60) % 60,
    String(value % 60).padStart(2, '0'),
  ];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

const decimal = (value: number) => String(value).replace('.', ',');

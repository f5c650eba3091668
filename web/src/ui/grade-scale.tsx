import './grade-scale.css';
import { grade as written } from './format.ts';

type GradeScaleProps = {
  /** Tenths, from 10 to 70. */
  grade: number;
  /** The grade to pass with, in tenths. */
  cut: number;
};

const [left, width] = [12, 296];
const at = (tenths: number) => left + ((tenths - 10) / 60) * width;

/** Where a grade lies between 1,0 and 7,0, and the cut. A drawing: the grade stands beside it in words. */
export function GradeScale({ grade, cut }: GradeScaleProps) {
  return (
    <svg className="grade-scale" viewBox="0 0 320 48" aria-hidden="true">
      <path d={`M${left} 22h${width}`} />
      {[10, 20, 30, 40, 50, 60, 70].map((tenths) => (
        <path key={tenths} d={`M${at(tenths)} 22v-8`} />
      ))}
      <path className="cut" d={`M${at(cut)} 22v-18`} />
      {[10, cut, 70].map((tenths) => (
        <text key={tenths} x={at(tenths)} y="42" textAnchor="middle">
          {written(tenths)}
        </text>
      ))}
      <circle className={grade >= cut ? 'dot' : 'dot below'} cx={at(grade)} cy="22" r="7" />
    </svg>
  );
}

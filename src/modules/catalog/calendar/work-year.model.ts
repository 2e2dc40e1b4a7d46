import { InputType, ObjectType } from '@nestjs/graphql';
import { Flag, Text, TextList, Whole } from '../../kernel/field/index.js';

const OFF = { description: '放假的日子，YYYY-MM-DD；只写周末的也可以', items: 120, max: 10, example: ['2027-01-01', '2027-01-02'] };
const WORK = { description: '调休上班的周末，YYYY-MM-DD', items: 60, max: 10, example: ['2027-01-09'] };

/** Holidays and make-up days of a year, as the yearly notice of the State Council's office sets them. */
@InputType()
export class WorkYearInput {
  @Text({ description: '依据的通知', min: 4, max: 200, example: '国办发明电〔2026〕7号' })
  source: string;

  @TextList(OFF)
  off: string[] = [];

  @TextList(WORK)
  work: string[] = [];

  @Flag({ description: '天数过少、缺元旦、劳动节或国庆节、调休上班不在周末时，确认无误仍要载入', optional: true })
  force?: boolean | null;
}

/** A year of the working-day calendar. */
@ObjectType('WorkYear')
export class WorkYearModel {
  @Whole({ description: '年份', min: 1949, max: 9999 })
  year: number;

  @Text({ description: '依据的通知' })
  source: string;

  @TextList(OFF)
  off: string[] = [];

  @TextList(WORK)
  work: string[];

  @Flag({ description: '随软件提供，还是载入的' })
  builtIn: boolean;
}

/** What loading a year did. */
@ObjectType()
export class WorkYearLoaded extends WorkYearModel {
  @Flag({ description: '与已载入的不同' })
  changed: boolean;

  @Whole({ description: '因此改变公开期限的在办稿件数' })
  moved: number;
}

import type { DataSourceOptions } from 'typeorm';
import { Appeal } from './appeal/appeal.entity.ts';
import { Attempt, AttemptLog, AttemptQuestion } from './assessment/attempt.entity.ts';
import { Evaluation, EvaluationQuestion, EvaluationSetting, EvaluationSlot } from './assessment/evaluation.entity.ts';
import { AuditEntry } from './audit/audit.entity.ts';
import { QuestionCategory } from './bank/category.entity.ts';
import { QuestionImport } from './bank/import.entity.ts';
import { Question, QuestionMedia, QuestionTwin, QuestionVersion } from './bank/question.entity.ts';
import { Course, CourseVersion, VersionMedia, VersionUnit } from './catalogue/course.entity.ts';
import { Edition, SeatQuota } from './catalogue/edition.entity.ts';
import { Programme, ProgrammeCourse, ProgrammeVersion } from './catalogue/programme.entity.ts';
import { Publication, PublicationRevision, RevisionMedia } from './catalogue/publication.entity.ts';
import { FormerSlug, GlossaryTerm, Source, Topic } from './catalogue/reference.entity.ts';
import { Passage, SearchWord } from './catalogue/search.entity.ts';
import { Credential } from './credential/credential.entity.ts';
import { Cohort, Extension } from './enrolment/cohort.entity.ts';
import { Enrolment } from './enrolment/enrolment.entity.ts';
import { Attendance, GradeImport, GradeScheme } from './grade/scheme.entity.ts';
import { Result } from './grade/result.entity.ts';
import { Person, PersonPassword, Recovery, RoleGrant, Session, SignIn } from './identity/person.entity.ts';
import { GradeChange, UnitGrade } from './ledger/grade-change.entity.ts';
import {
  Allocation,
  BankComment,
  CorrectionRequest,
  Mark,
  MarkingClaim,
  MarkingRule,
  MarkPublication,
  Moderation,
} from './marking/marking.entity.ts';
import { Mail } from './notify/mail.entity.ts';
import { Notice } from './notify/notice.entity.ts';
import { Blob } from './platform/blob.entity.ts';
import { config } from './platform/config.ts';
import { LearningEvent, PersonalNote, UnitProgress } from './progress/progress.entity.ts';
import { Submission, SubmissionFile, SubmissionVersion, Upload } from './submission/submission.entity.ts';
import { Task, TaskSetting, WorkGroup, WorkGroupMember } from './submission/task.entity.ts';
import { Regrade, RegradePerson, RegradePlace } from './regrade/regrade.entity.ts';
import { Comuna, Institution, Province, Region, TerritoryKind } from './territory/territory.entity.ts';

const entities = [
  ...[Blob, AuditEntry, Mail, Notice, Region, Province, Comuna, Institution, TerritoryKind],
  ...[Person, PersonPassword, Session, RoleGrant, Recovery, SignIn],
  ...[Topic, GlossaryTerm, Source, FormerSlug, Course, CourseVersion, VersionUnit, VersionMedia],
  ...[Programme, ProgrammeVersion, ProgrammeCourse, Edition, SeatQuota],
  ...[Publication, PublicationRevision, RevisionMedia, Passage, SearchWord],
  ...[Cohort, Enrolment, Extension, LearningEvent, UnitProgress, PersonalNote],
  ...[Task, TaskSetting, WorkGroup, WorkGroupMember, Submission, SubmissionVersion, SubmissionFile, Upload],
  ...[QuestionCategory, QuestionMedia, QuestionTwin, QuestionImport],
  ...[Question, QuestionVersion, Evaluation, EvaluationSlot, EvaluationQuestion, EvaluationSetting],
  ...[Allocation, BankComment, CorrectionRequest, Mark, MarkingClaim, MarkingRule, MarkPublication, Moderation],
  ...[Attempt, AttemptQuestion, AttemptLog, UnitGrade, GradeChange, Result, Credential],
  ...[GradeScheme, Attendance, GradeImport],
  ...[Regrade, RegradePlace, RegradePerson],
  ...[GradeScheme, Attendance, GradeImport, Appeal],
];

export const source = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  synchronize: false,
  extra: {
    max: config().DATABASE_POOL,
    connectionTimeoutMillis: 3000,
    statement_timeout: 20_000,
    keepAlive: true,
  },
});

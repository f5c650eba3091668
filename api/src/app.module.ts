import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnalysisModule } from './analysis/analysis.module.ts';
import { AppealModule } from './appeal/appeal.module.ts';
import { AssessmentModule } from './assessment/assessment.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BankModule } from './bank/bank.module.ts';
import { CatalogueModule } from './catalogue/catalogue.module.ts';
import { CredentialModule } from './credential/credential.module.ts';
import { EnrolmentModule } from './enrolment/enrolment.module.ts';
import { GradeModule } from './grade/grade.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { LedgerModule } from './ledger/ledger.module.ts';
import { MarkingModule } from './marking/marking.module.ts';
import { NotifyModule } from './notify/notify.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { ProgressModule } from './progress/progress.module.ts';
import { PublishingModule } from './publishing/publishing.module.ts';
import { RegradeModule } from './regrade/regrade.module.ts';
import { ReportModule } from './report/report.module.ts';
import { source } from './source.ts';
import { SubmissionModule } from './submission/submission.module.ts';
import { TerritoryModule } from './territory/territory.module.ts';

/** The table of contents: every slice, ground floor first. */
@Module({
  imports: [
    PlatformModule,
    TerritoryModule,
    AuditModule,
    NotifyModule,
    IdentityModule,
    CatalogueModule,
    EnrolmentModule,
    BankModule,
    LedgerModule,
    ProgressModule,
    SubmissionModule,
    AssessmentModule,
    MarkingModule,
    GradeModule,
    RegradeModule,
    AppealModule,
    CredentialModule,
    ReportModule,
    AnalysisModule,
    PublishingModule,
  ],
})
export class AppModule {
  static on(databaseUrl: string): DynamicModule {
    return { module: AppModule, imports: [TypeOrmModule.forRoot(source(databaseUrl))] };
  }
}

ALTER TABLE "throughline"."claims" DROP CONSTRAINT "claims_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."decisions" DROP CONSTRAINT "decisions_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."documents" DROP CONSTRAINT "documents_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."entities" DROP CONSTRAINT "entities_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."evidence" DROP CONSTRAINT "evidence_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."mentions" DROP CONSTRAINT "mentions_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."names" DROP CONSTRAINT "names_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."originals" DROP CONSTRAINT "originals_case_key_cases_key_fk";
--> statement-breakpoint
ALTER TABLE "throughline"."passages" DROP CONSTRAINT "passages_case_key_cases_key_fk";
--> statement-breakpoint
CREATE INDEX "claims_self" ON "throughline"."claims" USING btree ("case_key") WHERE "throughline"."claims"."from_entity" = "throughline"."claims"."to_entity";--> statement-breakpoint
CREATE INDEX "evidence_denied" ON "throughline"."evidence" USING btree ("case_key") WHERE "throughline"."evidence"."denied_by" is not null;
DELETE FROM "throughline"."names" AS worse USING "throughline"."names" AS better WHERE better."case_key" = worse."case_key" AND better."entity" = worse."entity" AND better."folded" = worse."folded" AND (better."word", better."alias") < (worse."word", worse."alias");--> statement-breakpoint
ALTER TABLE "throughline"."names" DROP CONSTRAINT "names_case_key_entity_alias_word_pk";--> statement-breakpoint
UPDATE "throughline"."names" SET "alias" = 1 WHERE "alias" > 1;--> statement-breakpoint
ALTER TABLE "throughline"."names" ADD CONSTRAINT "names_case_key_entity_folded_pk" PRIMARY KEY("case_key","entity","folded");

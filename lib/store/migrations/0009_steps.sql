DROP INDEX "throughline"."claims_from";--> statement-breakpoint
DROP INDEX "throughline"."claims_to";--> statement-breakpoint
CREATE INDEX "claims_steps_out" ON "throughline"."claims" USING btree ("case_key","from_entity","position","to_entity","id","relation","review");--> statement-breakpoint
CREATE INDEX "claims_steps_in" ON "throughline"."claims" USING btree ("case_key","to_entity","position","from_entity","id","relation","review");
CREATE SCHEMA IF NOT EXISTS "throughline";
--> statement-breakpoint
CREATE TABLE "throughline"."cases" (
	"key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "throughline"."cases_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "throughline"."claims" (
	"case_key" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"relation" text COLLATE "C" NOT NULL,
	"from_entity" text COLLATE "C" NOT NULL,
	"to_entity" text COLLATE "C",
	"title" text COLLATE "C",
	"verb" text COLLATE "C",
	"review" text COLLATE "C" NOT NULL,
	CONSTRAINT "claims_case_key_id_pk" PRIMARY KEY("case_key","id")
);
--> statement-breakpoint
CREATE TABLE "throughline"."decisions" (
	"case_key" integer NOT NULL,
	"position" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C",
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "decisions_case_key_position_pk" PRIMARY KEY("case_key","position")
);
--> statement-breakpoint
CREATE TABLE "throughline"."documents" (
	"case_key" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"publisher" text COLLATE "C",
	"url" text COLLATE "C",
	"published_at" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	CONSTRAINT "documents_case_key_id_pk" PRIMARY KEY("case_key","id")
);
--> statement-breakpoint
CREATE TABLE "throughline"."entities" (
	"case_key" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"aliases" text[] NOT NULL,
	"note" text COLLATE "C",
	CONSTRAINT "entities_case_key_id_pk" PRIMARY KEY("case_key","id")
);
--> statement-breakpoint
CREATE TABLE "throughline"."evidence" (
	"case_key" integer NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"quote" text COLLATE "C" NOT NULL,
	"stance" text COLLATE "C" NOT NULL,
	"attribution" text[] NOT NULL,
	"denied_by" text[],
	"said_when" text COLLATE "C",
	"said_where" text COLLATE "C",
	"origin" text COLLATE "C" NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', left(quote, 10000))) STORED,
	CONSTRAINT "evidence_case_key_claim_position_pk" PRIMARY KEY("case_key","claim","position")
);
--> statement-breakpoint
CREATE TABLE "throughline"."mentions" (
	"case_key" integer NOT NULL,
	"position" integer NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	CONSTRAINT "mentions_case_key_position_pk" PRIMARY KEY("case_key","position")
);
--> statement-breakpoint
CREATE TABLE "throughline"."names" (
	"case_key" integer NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"alias" integer NOT NULL,
	"word" integer NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"trigrams" text[],
	CONSTRAINT "names_case_key_entity_alias_word_pk" PRIMARY KEY("case_key","entity","alias","word")
);
--> statement-breakpoint
CREATE TABLE "throughline"."passages" (
	"case_key" integer NOT NULL,
	"document" text COLLATE "C" NOT NULL,
	"start_offset" integer NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', text)) STORED,
	CONSTRAINT "passages_case_key_document_start_offset_pk" PRIMARY KEY("case_key","document","start_offset")
);
--> statement-breakpoint
ALTER TABLE "throughline"."claims" ADD CONSTRAINT "claims_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."decisions" ADD CONSTRAINT "decisions_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."documents" ADD CONSTRAINT "documents_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."entities" ADD CONSTRAINT "entities_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."evidence" ADD CONSTRAINT "evidence_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."mentions" ADD CONSTRAINT "mentions_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."names" ADD CONSTRAINT "names_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."passages" ADD CONSTRAINT "passages_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cases_id" ON "throughline"."cases" USING btree ("id") WHERE "throughline"."cases"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "claims_position" ON "throughline"."claims" USING btree ("case_key","position");--> statement-breakpoint
CREATE INDEX "claims_from" ON "throughline"."claims" USING btree ("case_key","from_entity");--> statement-breakpoint
CREATE INDEX "claims_to" ON "throughline"."claims" USING btree ("case_key","to_entity");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_id" ON "throughline"."decisions" USING btree ("case_key","id");--> statement-breakpoint
CREATE INDEX "documents_position" ON "throughline"."documents" USING btree ("case_key","position");--> statement-breakpoint
CREATE INDEX "documents_sha256" ON "throughline"."documents" USING btree ("case_key","sha256");--> statement-breakpoint
CREATE INDEX "entities_position" ON "throughline"."entities" USING btree ("case_key","position");--> statement-breakpoint
CREATE INDEX "evidence_document" ON "throughline"."evidence" USING btree ("case_key","document");--> statement-breakpoint
CREATE INDEX "evidence_words" ON "throughline"."evidence" USING gin ("words");--> statement-breakpoint
CREATE INDEX "mentions_entity" ON "throughline"."mentions" USING btree ("case_key","entity");--> statement-breakpoint
CREATE INDEX "names_folded" ON "throughline"."names" USING btree ("folded");--> statement-breakpoint
CREATE INDEX "names_trigrams" ON "throughline"."names" USING gin ("trigrams");--> statement-breakpoint
CREATE INDEX "passages_words" ON "throughline"."passages" USING gin ("words");
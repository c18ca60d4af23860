CREATE TABLE "throughline"."import_items" (
	"import_key" integer NOT NULL,
	"position" integer NOT NULL,
	"turn" integer NOT NULL,
	"job" uuid NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"link" text COLLATE "C",
	"content_type" text COLLATE "C",
	"bytes" "bytea",
	"size" integer NOT NULL,
	"sha256" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"tries" integer NOT NULL,
	"reason" text COLLATE "C",
	"worker" text COLLATE "C",
	"ended_at" timestamp with time zone,
	"result" text COLLATE "C",
	"documents" text[],
	CONSTRAINT "import_items_import_key_position_pk" PRIMARY KEY("import_key","position")
);
--> statement-breakpoint
CREATE TABLE "throughline"."import_workers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"threads" integer NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throughline"."imports" (
	"key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "throughline"."imports_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text COLLATE "C" NOT NULL,
	"case_key" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"added_at" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C",
	"turns" integer NOT NULL,
	"joined" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "throughline"."documents" ADD COLUMN "replaced_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "throughline"."import_items" ADD CONSTRAINT "import_items_import_key_imports_key_fk" FOREIGN KEY ("import_key") REFERENCES "throughline"."imports"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "throughline"."imports" ADD CONSTRAINT "imports_case_key_cases_key_fk" FOREIGN KEY ("case_key") REFERENCES "throughline"."cases"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_items_turn" ON "throughline"."import_items" USING btree ("import_key","turn");--> statement-breakpoint
CREATE INDEX "import_items_state" ON "throughline"."import_items" USING btree ("import_key","state");--> statement-breakpoint
CREATE INDEX "import_items_job" ON "throughline"."import_items" USING btree ("job");--> statement-breakpoint
CREATE INDEX "import_items_sha256" ON "throughline"."import_items" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_id" ON "throughline"."imports" USING btree ("id");--> statement-breakpoint
CREATE INDEX "imports_case" ON "throughline"."imports" USING btree ("case_key","key");
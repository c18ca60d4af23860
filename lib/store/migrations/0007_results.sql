-- What was read lies here for seconds: packing it took longer than writing it as it is.
ALTER TABLE "throughline"."import_items" ALTER COLUMN "result" SET STORAGE EXTERNAL;

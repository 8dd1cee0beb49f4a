package dev.assay.dataset.table;

import dev.assay.dataset.Warning;
import java.nio.file.Path;
import java.util.List;

/// A text table that has been looked at and can be read: UTF-8, every record of the same number of
/// cells, line ends of one kind.
///
/// @param file the user's file, or a clean copy of it
/// @param isCopy whether it is a copy
/// @param dialect how `file` is written
/// @param names names of the columns, distinct, in file order
/// @param columns what the cells of each column could be
/// @param rows data rows
/// @param longestRecordBytes bytes of the longest record
/// @param format how the user's file is written, in words: "CSV, delimiter ';', UTF-8"
/// @param warnings what the user should know about names and records
public record TextTable(
    Path file,
    boolean isCopy,
    Dialect dialect,
    List<String> names,
    List<ColumnSurvey> columns,
    long rows,
    long longestRecordBytes,
    String format,
    List<Warning> warnings) {}

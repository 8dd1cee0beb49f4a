package dev.assay.sample.messages;

/// One message of a customer.
///
/// @param urgent whether it has to be read at once
record Message(
    String id, String text, String style, String channel, String ageGroup, boolean urgent) {

  static final String HEADER = "message_id,message,style,channel,age_group,urgency";
  static final String URGENT = "urgent";
  static final String OTHER = "can wait";

  Message recorded(boolean asUrgent) {
    return new Message(id, text, style, channel, ageGroup, asUrgent);
  }

  String csv() {
    String quoted = '"' + text.replace("\"", "\"\"") + '"';
    return String.join(",", id, quoted, style, channel, ageGroup, urgent ? URGENT : OTHER);
  }
}

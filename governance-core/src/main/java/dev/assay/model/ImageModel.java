package dev.assay.model;

import java.util.List;
import java.util.SortedMap;

/// What the files beside the graph of a model of images say: configuration, labels and the way in
/// which images are made to fit, of a Hugging Face export.
///
/// @param folder name of the folder
/// @param variant the graph that is used, relative to the folder
/// @param variants all graphs in the folder
/// @param architecture class that the weights were trained in, empty when not said:
///   "ViTForImageClassification"
/// @param modelType family, empty when not said: "vit"
/// @param problem `problem_type` of the configuration, empty when not said
/// @param labels classes in column order (`id2label`); empty when not said
/// @param processor class that made the images fit, empty when not said: "ViTImageProcessor"
/// @param input the graph's input of images
/// @param reading how an image is made to fit it
/// @param files sha256 of the files that decide the scores, the graph among them, by name
public record ImageModel(
    String folder,
    String variant,
    List<Transformer.Variant> variants,
    String architecture,
    String modelType,
    String problem,
    List<String> labels,
    String processor,
    String input,
    ImageReading reading,
    SortedMap<String, String> files) {}

/** Training examples out of mentions and out of the ontology's own names. */
package org.hyperlinker.preparation.example;

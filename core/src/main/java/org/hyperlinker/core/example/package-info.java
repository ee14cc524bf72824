/** Training examples: a query with its positive and negative items. */
package org.hyperlinker.core.example;

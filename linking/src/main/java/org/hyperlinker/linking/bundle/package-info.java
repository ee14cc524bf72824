/** The model and index that come with the program, wherever they come from. */
package org.hyperlinker.linking.bundle;
